def log = new File(basedir, 'build.log').text
assert log.contains('no service answers at http://127.0.0.1:9 after waiting 0.5 s')
// The goal of the integration-test phase only records, so that the service can be stopped; verify fails
assert log.contains('contract:verify will fail the build')
assert log.contains('MojoExecutionException')
assert new File(basedir, 'target/contract-reports/summary.json').text.contains('no service answers')
return true
