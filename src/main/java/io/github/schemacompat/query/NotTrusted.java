package io.github.schemacompat.query;

/** What JSqlParser made of a statement says less than the statement, or may say something else. */
final class NotTrusted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTrusted(String why) {
        super(why, null, false, false);
    }
}
