package io.github.schemacompat.check;

import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.result.AuditResult;
import io.github.schemacompat.result.AuditedHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A project with releases, lowest first, to be audited. */
public final class AuditedProject {
    private final Map<String, String> scripts = new LinkedHashMap<>();
    private final List<Baseline> baselines = new ArrayList<>();
    private int window = 1;
    private String failOn = "never";

    /** A script that is there from now on, also an edited one. */
    public AuditedProject script(String path, String sql) {
        scripts.put(path, sql);
        return this;
    }

    /** A release with all that is there. */
    public AuditedProject release(String name) {
        baselines.add(0, Baseline.scripts(name, new LinkedHashMap<>(scripts)));
        return this;
    }

    AuditedProject window(int value) {
        window = value;
        return this;
    }

    AuditedProject failOn(String value) {
        failOn = value;
        return this;
    }

    /** The audit of the build of a release. */
    public AuditResult audit(String built) throws CannotCheckException {
        return audit(built, null, null);
    }

    AuditResult audit(String built, String from, String to) throws CannotCheckException {
        CheckRequest.Builder request = CheckRequest.builder()
                .layout("flyway")
                .dialect("postgresql")
                .window(window)
                .failOn(failOn);
        scripts.forEach(request::script);
        baselines.forEach(request::baseline);
        return SchemaCompat.audit(new AuditRequest(request.release(built).build(), from, to));
    }

    AuditedHistory history(String built) throws CannotCheckException {
        return audit(built).histories().get(0);
    }
}
