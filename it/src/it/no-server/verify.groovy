def log = new File(basedir, 'build.log').text
assert log.contains('no service answers at http://127.0.0.1:9 after waiting 0.5 s')
// The goal of the integration-test phase only records, so that the service can be stopped; verify fails
assert log.contains('contract:verify will fail the build')
assert log.contains('MojoExecutionException')
assert new File(basedir, 'target/contract-reports/summary.json').text.contains('no service answers')
// What would have been sent is there nevertheless
assert log.contains('Operations without cases: 0, Seed: 5')
def cases = new File(basedir, 'target/contract-reports/cases/cases.ndjson').readLines('UTF-8')
assert !cases.empty
assert cases.every { it.startsWith('{"operation":"') && it.contains('"bodyBase64"') == it.contains('"mediaType"') }
return true
