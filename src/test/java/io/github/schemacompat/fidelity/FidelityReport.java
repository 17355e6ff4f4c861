package io.github.schemacompat.fidelity;

import io.github.schemacompat.dialect.Dialect;
import io.github.schemacompat.script.MigrationScript;
import io.github.schemacompat.script.ScriptOrder;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints the differences for any scripts: {@code -Dfidelity.scripts=<folders or patterns>} and
 * {@code -Dfidelity.dialect=postgresql} compares the replay with the engine; with
 * {@code -Dfidelity.declared=<folders or patterns>}, in any dialect, with what those declare. Paths are relative to
 * {@code -Dfidelity.base}; {@code -Dfidelity.order} is the parameter {@code order}.
 */
final class FidelityReport {
    private FidelityReport() {}

    public static void main(String[] arguments) throws Exception {
        Path base = Path.of(System.getProperty("fidelity.base", ""));
        Dialect dialect = Dialect.byId(System.getProperty("fidelity.dialect", "postgresql"))
                .orElseThrow(() -> new IllegalArgumentException("fidelity.dialect is no dialect"));
        ScriptOrder order =
                ScriptOrder.byId(System.getProperty("fidelity.order", "")).orElse(null);
        List<MigrationScript> scripts = Scripts.in(base, System.getProperty("fidelity.scripts", ""), order);
        String declared = System.getProperty("fidelity.declared");
        System.out.println(scripts.size() + " scripts");
        if (declared != null) {
            Fidelity.ofModels(Scripts.in(base, declared), scripts, dialect).print(System.out);
        } else {
            Fidelity.with(engine(dialect), scripts).print(System.out);
        }
    }

    private static RealEngine engine(Dialect dialect) {
        return RealEngine.ALL.stream()
                .filter(engine -> engine.dialect() == dialect)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no engine of " + dialect.displayName() + " here"));
    }
}
