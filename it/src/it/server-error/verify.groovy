import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').text
assert log.contains('GET /notes: Server error')
assert log.contains('curl ')
assert log =~ /Operations: 3, reached 2xx: 3, Cases: \d+, Findings: 1, Errors: 0, Seed: 7/
assert log.contains('The service breaks its contract: 1 finding')
assert log.contains('MojoFailureException')

def summary = new JsonSlurper().parse(new File(basedir, 'target/contract-reports/summary.json'))
assert summary.tool == 'ContractCheck'
assert summary.operations == 3
assert summary.operationsReached2xx == 3
assert summary.findings.size() == 1
assert summary.findings[0].check == 'not_a_server_error'
assert summary.findings[0].operation == 'GET /notes'
assert summary.findings[0].response.status == 500
assert summary.findings[0].confirmation == 'confirmed'
assert summary.findings[0].reproduce.startsWith('curl ')
assert summary.notTested.isEmpty()

// of one operation, one phase alone
def phases = [:].withDefault { [] as Set }
new File(basedir, 'target/contract-reports/journal.ndjson').eachLine { line ->
    def event = new JsonSlurper().parseText(line)
    if (event.event == 'CallAnswered' && event.purpose == 'CASE') {
        phases[event.id.operation] << event.id.scenario.phase
    }
}
assert phases['POST /notes'] == ['coverage'] as Set
assert phases['GET /notes'].containsAll(['coverage', 'fuzzing'])

def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/contract-reports/junit.xml'))
assert suite.@failures == '1'
assert suite.testcase.findAll { it.failure.size() > 0 }*.@classname*.text() == ['GET /notes']
return true
