package io.github.schemacompat;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the product to the package table of its design: who may use whom, and who may import what. */
class ArchitectureTest {
    private static final String ROOT = "io.github.schemacompat";

    /** The design's table. A package may use what its row names, and what those rows name in turn. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("file", List.of()),
            Map.entry("source", List.of()),
            Map.entry("schema", List.of("source")),
            Map.entry("dialect", List.of("schema")),
            Map.entry("script", List.of("file", "source", "dialect")),
            Map.entry("sql", List.of("script", "source", "dialect")),
            Map.entry("directive", List.of("sql")),
            Map.entry("ddl", List.of("sql", "directive", "schema", "dialect")),
            Map.entry("query", List.of("ddl", "sql", "schema", "dialect")),
            Map.entry("change", List.of("script", "ddl", "query", "sql", "schema", "dialect")),
            Map.entry("release", List.of("change", "file", "script", "schema", "dialect")),
            Map.entry("rule", List.of("release", "change", "query", "directive", "schema", "dialect", "source")),
            Map.entry("result", List.of("rule", "release", "source")),
            Map.entry("report", List.of("file", "result")),
            Map.entry("audit", List.of("result")),
            Map.entry("check", List.of("audit", "result", "report")),
            Map.entry("maven", List.of("check", "audit", "file", "report")));

    /** Packages of the table that wait for their first class. Nothing can be checked about them yet. */
    private static final Set<String> NO_CLASSES_YET = Set.of();

    static final JavaClasses PRODUCT = product();

    /** Main and test classes can lie in one folder, so the sources say what belongs to the product. */
    private static JavaClasses product() {
        Path sources = Path.of("src/main/java");
        DescribedPredicate<JavaClass> ofTheProduct = describe("are of the product", type -> {
            String name = type.getName();
            int nested = name.indexOf('$');
            String outer = nested < 0 ? name : name.substring(0, nested);
            return !outer.endsWith("package-info") && Files.exists(sources.resolve(outer.replace('.', '/') + ".java"));
        });
        return new ClassFileImporter().importPackages(ROOT).that(ofTheProduct);
    }

    @TestFactory
    Stream<DynamicTest> aPackageUsesOnlyWhatItsRowNames() {
        return new TreeMap<>(MAY_USE)
                .keySet().stream().map(name -> DynamicTest.dynamicTest(name, () -> usesOnlyWhatItsRowNames(name)));
    }

    private static void usesOnlyWhatItsRowNames(String name) {
        DescribedPredicate<JavaClass> allowed = resideOutsideOfPackage(ROOT + "..");
        for (String used : closure(name)) {
            allowed = allowed.or(resideInAPackage(packageOf(used)));
        }
        classes()
                .that()
                .resideInAPackage(packageOf(name))
                .should()
                .onlyDependOnClassesThat(allowed)
                .because("the design lets " + name + " use " + MAY_USE.get(name) + " and nothing else")
                .allowEmptyShould(NO_CLASSES_YET.contains(name))
                .check(PRODUCT);
    }

    private static Set<String> closure(String name) {
        Set<String> closure = new LinkedHashSet<>(List.of(name));
        List<String> open = new ArrayList<>(MAY_USE.get(name));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (closure.add(next)) {
                open.addAll(MAY_USE.get(next));
            }
        }
        return closure;
    }

    private static String packageOf(String name) {
        return ROOT + "." + name + "..";
    }

    @Test
    void everyClassLivesInAPackageOfTheTable() {
        Set<String> packages = new TreeSet<>();
        for (JavaClass type : PRODUCT) {
            packages.add(type.getPackageName());
        }
        assertThat(packages).isNotEmpty().allSatisfy(name -> assertThat(name).startsWith(ROOT + "."));
        assertThat(packages)
                .allSatisfy(name -> assertThat(name.substring(ROOT.length() + 1).split("\\.")[0])
                        .as("package %s is not in the table of the design", name)
                        .isIn(MAY_USE.keySet()));
    }

    @Test
    void noPackagesFormACycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void onlyQueryImportsJSqlParser() {
        fence("query", "net.sf.jsqlparser..");
    }

    @Test
    void onlyReleaseImportsJGit() {
        fence("release", "org.eclipse.jgit..");
    }

    @Test
    void onlyMavenImportsMavenAndAether() {
        fence("maven", "org.apache.maven..", "org.eclipse.aether..", "org.codehaus.plexus..", "javax.inject..");
    }

    private static void fence(String owner, String... foreign) {
        noClasses()
                .that()
                .resideOutsideOfPackage(packageOf(owner))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(foreign)
                .because("only " + owner + " knows " + Arrays.toString(foreign))
                .allowEmptyShould(false)
                .check(PRODUCT);
    }

    /** Builds run many modules in one JVM at once: what is static never changes, not even inside. */
    @Test
    void nothingStaticIsMutable() throws ReflectiveOperationException {
        List<String> mutable = new ArrayList<>();
        int seen = 0;
        for (JavaClass type : PRODUCT) {
            for (JavaField field : type.getFields()) {
                boolean handWritten = !field.getModifiers().contains(JavaModifier.SYNTHETIC);
                if (handWritten && field.getModifiers().contains(JavaModifier.STATIC)) {
                    seen++;
                    Field reflected = field.reflect();
                    reflected.setAccessible(true);
                    if (!Modifier.isFinal(reflected.getModifiers()) || !Immutability.of(reflected.get(null))) {
                        mutable.add(field.getFullName());
                    }
                }
            }
        }
        assertThat(seen).as("static fields that were looked at").isPositive();
        assertThat(mutable).isEmpty();
    }
}
