package io.github.schemacompat.change;

/**
 * How much of the SQL was understood.
 *
 * @param statements statements read, those inside blocks counted singly
 * @param schema those that say something about the schema
 * @param queries those that hold a query or rows
 * @param notUnderstood those that could not be read
 * @param readByJSqlParser those that JSqlParser read as well or in part
 */
public record ReadingFigures(int statements, int schema, int queries, int notUnderstood, int readByJSqlParser) {
    public static final ReadingFigures NONE = new ReadingFigures(0, 0, 0, 0, 0);

    public ReadingFigures plus(ReadingFigures other) {
        return new ReadingFigures(
                statements + other.statements,
                schema + other.schema,
                queries + other.queries,
                notUnderstood + other.notUnderstood,
                readByJSqlParser + other.readByJSqlParser);
    }
}
