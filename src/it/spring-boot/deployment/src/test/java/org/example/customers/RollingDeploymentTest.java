package org.example.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gate passes works while both releases run, and after a rollback; what it blocks really breaks the old one. */
class RollingDeploymentTest {
    private EmbeddedPostgres postgres;
    private String url;

    @BeforeEach
    void startDatabase() throws Exception {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException | IllegalStateException e) {
            System.err.println("NOT TESTED: no embedded PostgreSQL on this machine: " + e);
            Assumptions.abort("no embedded PostgreSQL on this machine: " + e);
        }
        url = postgres.getJdbcUrl("postgres", "postgres");
    }

    @AfterEach
    void stopDatabase() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void theCompatibleReleaseRunsBesideTheOldOneAndCanBeRolledBack() throws Exception {
        try (Instance old = Instance.of("released", url)) {
            assertThat(old.add("Ada")).isEqualTo(200);
            try (Instance next = Instance.of("compatible", url)) {
                assertThat(old.add("Ben")).isEqualTo(200);
                assertThat(next.add("Cleo")).isEqualTo(200);
                assertThat(old.names()).isEqualTo("[\"Ada\",\"Ben\",\"Cleo\"]");
                assertThat(next.names()).isEqualTo("[\"Ada\",\"Ben\",\"Cleo\"]");
            }
        }
        try (Instance rolledBack = Instance.of("released", url)) {
            assertThat(rolledBack.add("Dan")).isEqualTo(200);
            assertThat(rolledBack.names()).isEqualTo("[\"Ada\",\"Ben\",\"Cleo\",\"Dan\"]");
        }
    }

    @Test
    void theBreakingReleaseBreaksTheOldOne() throws Exception {
        try (Instance old = Instance.of("released", url)) {
            assertThat(old.add("Ada")).isEqualTo(200);
            try (Instance next = Instance.of("breaking", url)) {
                assertThat(next.names()).isEqualTo("[\"Ada\"]");
                assertThat(old.readStatus()).isEqualTo(500);
                assertThat(old.add("Ben")).isEqualTo(500);
            }
        }
    }
}
