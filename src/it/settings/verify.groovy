new io.github.schemacompat.it.ReactorVerification(basedir).verify()
String log = new File(basedir, 'build.log').text
assert log.contains('Called by itself, the goal check runs in one module, but there are 16.')
assert !(log =~ /(?i)plugin.*validation issues/)
