def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 3
builds.take(2).each { log ->
    assert log.contains('Set-up 1 of 2: echo migrated')
    assert log =~ /Set-up 2 of 2: echo seeded for \d+/
    assert log =~ /Service: io\.contractcheck\.it\.NoteService on port \d+ \(process \d+\), log: .*service\.log/
    assert log.contains('Service: ready after')
}
assert builds[0].contains('GET /notes: Server error')
assert builds[0].contains('Service: stopped after')
assert builds[0].contains('The service breaks its contract: 1 finding')
assert !builds[1].contains('Service: stopped after')
assert builds[2].contains('The service could not be started: setUp: command 2 failed with exit code')
assert !builds[2].contains('NoteService')

assert new File(basedir, 'target/contract-reports/service.log').exists()
assert new File(basedir, 'target/contract-reports/set-up-1.log').text.trim() == 'migrated'

builds.each { log ->
    (log =~ /\(process (\d+)\)/).each { found ->
        def process = ProcessHandle.of(found[1] as long)
        assert !process.present || !process.get().alive
    }
}
return true
