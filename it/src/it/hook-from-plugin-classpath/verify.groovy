import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('Hook 1: io.contractcheck.hooks.auth.BearerTokenHook from contract-hooks-auth-')
assert log =~ /BearerTokenHook applied [0-9]+ times/
assert log =~ /Operations: 3, reached 2xx: 3, Cases: \d+, Findings: 0, Errors: 0, Seed: 7/

// Two executions keep their reports apart
def all = new JsonSlurper().parse(new File(basedir, 'target/contract-reports/summary.json'))
def examples = new JsonSlurper().parse(new File(basedir, 'target/contract-reports/examples-only/summary.json'))
assert all.phases*.name == ['examples', 'coverage', 'fuzzing', 'stateful', 'security']
assert examples.phases*.name == ['examples']
assert all.hooks[0].applied == all.requests

// The token is nowhere but in the pom
def seen = []
new File(basedir, 'target').eachFileRecurse { f ->
    if (f.file && f.getText('UTF-8').contains('s3cret.token-value')) { seen << f }
}
assert seen == []
assert !log.replaceAll(/(?m)^.*exec.*$/, '').contains('s3cret.token-value')
return true
