def log = new File(basedir, 'build.log').text
assert log.contains('api.yaml')
assert log.contains('is no OpenAPI document')
assert log.contains('MojoExecutionException')
return true
