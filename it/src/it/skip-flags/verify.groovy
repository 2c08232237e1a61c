def log = new File(basedir, 'build.log').text
['contract.skip', 'skipITs', 'skipTests', 'maven.test.skip'].each {
    assert log.contains("Contract tests are skipped (${it}).")
}
return true
