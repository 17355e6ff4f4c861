new io.github.schemacompat.it.Story(basedir, 'sqlserver').layOutReleased().copyReleased().layOutNew()
