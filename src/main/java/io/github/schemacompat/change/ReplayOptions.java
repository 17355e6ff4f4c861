package io.github.schemacompat.change;

import io.github.schemacompat.ddl.ModuleSelection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a replay can be told.
 *
 * @param defaultSchema the schema of names that are written without one, or null for the dialect's
 * @param externalObjects patterns ({@code *} and {@code ?}) of objects that no script makes, compared with keys and with
 *     names as written, upper and lower case alike
 * @param resolveViews whether the columns of views, and what they use, are worked out at each checkpoint
 * @param bodiesNaming what routines use is worked out for those whose body names one of these words, upper and lower case
 *     alike; it costs a parse of the body. {@link #EVERY_BODY} is all of them, an empty list none
 * @param readRows whether statements on rows are read by JSqlParser as well
 * @param keepStages whether the schema between the scripts of a phase is kept
 * @param modules which routines are read whole
 * @param secondReading whether DDL is read by JSqlParser as well
 * @param placeholders the values of placeholders in scripts, by name
 */
public record ReplayOptions(
        @Nullable String defaultSchema,
        List<String> externalObjects,
        boolean resolveViews,
        List<String> bodiesNaming,
        boolean readRows,
        boolean keepStages,
        ModuleSelection modules,
        boolean secondReading,
        Map<String, String> placeholders) {
    /** The empty word is in every body. */
    public static final List<String> EVERY_BODY = List.of("");

    public static final ReplayOptions DEFAULT = new ReplayOptions(
            null, List.of(), true, EVERY_BODY, false, false, ModuleSelection.EVERYTHING, false, Map.of());

    public ReplayOptions {
        externalObjects = List.copyOf(externalObjects);
        bodiesNaming = List.copyOf(bodiesNaming);
        placeholders = Map.copyOf(placeholders);
    }

    public ReplayOptions withDefaultSchema(@Nullable String value) {
        return new ReplayOptions(
                value,
                externalObjects,
                resolveViews,
                bodiesNaming,
                readRows,
                keepStages,
                modules,
                secondReading,
                placeholders);
    }

    public ReplayOptions withExternalObjects(List<String> value) {
        return new ReplayOptions(
                defaultSchema,
                value,
                resolveViews,
                bodiesNaming,
                readRows,
                keepStages,
                modules,
                secondReading,
                placeholders);
    }

    public ReplayOptions withResolveViews(boolean value) {
        return new ReplayOptions(
                defaultSchema,
                externalObjects,
                value,
                bodiesNaming,
                readRows,
                keepStages,
                modules,
                secondReading,
                placeholders);
    }

    public ReplayOptions withBodiesNaming(List<String> value) {
        return new ReplayOptions(
                defaultSchema,
                externalObjects,
                resolveViews,
                value,
                readRows,
                keepStages,
                modules,
                secondReading,
                placeholders);
    }

    public ReplayOptions withReadRows(boolean value) {
        return new ReplayOptions(
                defaultSchema,
                externalObjects,
                resolveViews,
                bodiesNaming,
                value,
                keepStages,
                modules,
                secondReading,
                placeholders);
    }

    public ReplayOptions withKeepStages(boolean value) {
        return new ReplayOptions(
                defaultSchema,
                externalObjects,
                resolveViews,
                bodiesNaming,
                readRows,
                value,
                modules,
                secondReading,
                placeholders);
    }

    public ReplayOptions withModules(ModuleSelection value) {
        return new ReplayOptions(
                defaultSchema,
                externalObjects,
                resolveViews,
                bodiesNaming,
                readRows,
                keepStages,
                value,
                secondReading,
                placeholders);
    }

    public ReplayOptions withSecondReading(boolean value) {
        return new ReplayOptions(
                defaultSchema,
                externalObjects,
                resolveViews,
                bodiesNaming,
                readRows,
                keepStages,
                modules,
                value,
                placeholders);
    }

    public ReplayOptions withPlaceholders(Map<String, String> value) {
        return new ReplayOptions(
                defaultSchema,
                externalObjects,
                resolveViews,
                bodiesNaming,
                readRows,
                keepStages,
                modules,
                secondReading,
                value);
    }
}
