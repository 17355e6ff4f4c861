package io.github.schemacompat;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

/** With what one reaches a network or runs code isn't used in the product: {@code docs/security.md} promises so. */
class NothingRunsTest {
    private static final String JDBC_BASELINE = "io.github.schemacompat.release.JdbcBaseline";

    private static void nothingUses(DescribedPredicate<? super JavaClass> forbidden, String reason) {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(JDBC_BASELINE)
                .should()
                .dependOnClassesThat(forbidden)
                .because(reason)
                .check(ArchitectureTest.PRODUCT);
    }

    @Test
    void thereIsNoNetworkOfItsOwn() {
        nothingUses(
                resideInAnyPackage(
                                "java.net..",
                                "javax.net..",
                                "java.nio.channels..",
                                "java.rmi..",
                                "javax.naming..",
                                "com.sun.net..")
                        .and(DescribedPredicate.not(nameMatching("java\\.net\\.(URI|URLEncoder)"))),
                "artifacts come through Maven");
        nothingUses(
                resideInAnyPackage("org.eclipse.jgit.transport..")
                        .or(nameMatching("org\\.eclipse\\.jgit\\.api\\.(Fetch|Pull|Push|Clone|LsRemote)\\w*")),
                "git is read where it lies");
    }

    @Test
    void databasesAreAskedByOneBaselineOnly() {
        nothingUses(resideInAnyPackage("java.sql..", "javax.sql.."), "no other baseline connects to anything");
    }

    @Test
    void noProgramIsStarted() {
        nothingUses(
                nameMatching("java\\.lang\\.(ProcessBuilder.*|Process|Runtime)"),
                "scripts are text, and tools are not asked");
    }

    @Test
    void noCodeComesFromText() {
        nothingUses(
                resideInAnyPackage(
                                "java.lang.reflect..",
                                "java.lang.invoke..",
                                "javax.script..",
                                "javax.tools..",
                                "java.beans..")
                        .or(nameMatching("java\\.lang\\.(ClassLoader.*|Module.*)"))
                        .or(nameMatching("java\\.io\\.ObjectInputStream.*"))
                        .or(nameMatching("java\\.util\\.ServiceLoader.*"))
                        .or(nameMatching("org\\.snakeyaml\\.engine\\..*constructor.*")),
                "no class is named by what is read");
        noClasses()
                .should()
                .callMethodWhere(byName())
                .because("no class is named by what is read")
                .check(ArchitectureTest.PRODUCT);
    }

    private static DescribedPredicate<JavaAccess<?>> byName() {
        return DescribedPredicate.describe(
                "makes a class or an object of it by its name",
                access -> access.getTargetOwner().isEquivalentTo(Class.class)
                        && (access.getName().equals("forName")
                                || access.getName().equals("newInstance")));
    }
}
