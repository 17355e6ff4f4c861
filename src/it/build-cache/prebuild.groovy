new io.github.schemacompat.it.BuildCacheProject(basedir).prepare()
