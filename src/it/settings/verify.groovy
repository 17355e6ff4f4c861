new io.github.schemacompat.it.ReactorVerification(basedir).verify()
assert new File(basedir, 'build.log').text.contains('Called by itself, the goal check runs in one module, but there are 16.')
