new io.github.schemacompat.it.SiteVerification(basedir).verify()
