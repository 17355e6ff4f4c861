new io.github.schemacompat.it.ReleaseStories(basedir).verify()
