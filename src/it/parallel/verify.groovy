new io.github.schemacompat.it.ParallelProject(basedir).verify()
