package io.github.schemacompat.soundness;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.schemacompat.check.CannotCheckException;
import io.github.schemacompat.check.CheckRequest;
import io.github.schemacompat.check.SchemaCompat;
import io.github.schemacompat.fidelity.RealEngine;
import io.github.schemacompat.release.Baseline;
import io.github.schemacompat.result.CheckResult;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges trials as a build does: the scripts of a project of Flyway, its releases, and {@link SchemaCompat#check}. */
final class Gate implements AutoCloseable {
    private final RealEngine engine;
    private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());

    Gate(RealEngine engine) {
        this.engine = engine;
    }

    CheckResult verdict(Trial trial) {
        CheckRequest.Builder request = CheckRequest.builder()
                .baseDirectory(disk.getPath("/").toAbsolutePath())
                .dialect(engine.dialect().id())
                .layout("flyway");
        Map<String, String> scripts = new LinkedHashMap<>();
        List<String> supported = new ArrayList<>();
        int version = 0;
        for (Trial.Version release : trial.versions()) {
            version++;
            scripts.put("V" + version + "__released.sql", Trial.script(engine, release.statements()));
            request.baseline(Baseline.scripts(version + ".0", new LinkedHashMap<>(scripts)));
            if (version > trial.versions().size() - trial.supported()) {
                supported.add(version + ".0");
            }
        }
        scripts.put(
                trial.isRepeatable() ? "R__new.sql" : "V" + (version + 1) + "__new.sql",
                Trial.script(engine, trial.pre()));
        if (!trial.post().isEmpty()) {
            scripts.put("post/V" + (version + 2) + "__post.sql", Trial.script(engine, trial.post()));
        }
        request.supported(supported);
        scripts.forEach(request::script);
        try {
            return SchemaCompat.check(request.build());
        } catch (CannotCheckException e) {
            throw new IllegalStateException(trial.text(engine), e);
        }
    }

    @Override
    public void close() {
        try {
            disk.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
