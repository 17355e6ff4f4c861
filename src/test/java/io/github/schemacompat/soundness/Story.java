package io.github.schemacompat.soundness;

import io.github.schemacompat.fidelity.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes a trial of a seed: releases, what they say of themselves, and what new scripts do. */
record Story(Vocabulary words, Setting setting, Random random, Released released) {
    private static final int MOST_SENTENCES = 3;

    static Trial of(Vocabulary words, long seed) {
        Random random = new Random(seed);
        Setting setting = Setting.of(words, seed);
        Story story = new Story(words, setting, random, Released.make(words, setting, random));
        return switch (random.nextInt(10)) {
            case 0, 1 -> story.markedBefore();
            case 2 -> story.markedNow();
            case 3 -> story.markedTwice();
            default -> story.plain();
        };
    }

    /** One release, and a migration. */
    private Trial plain() {
        List<Use> uses = uses(Promises.NONE);
        return new Trial(
                List.of(new Trial.Version(released.statements(), uses)),
                1,
                sentences("migration"),
                List.of(),
                List.of(),
                List.of());
    }

    /** A second release gave marks; the first one is supported still, or not. */
    private Trial markedBefore() {
        List<Trial.Version> versions = versions(released.marks(false));
        boolean contracts = random.nextInt(3) > 0;
        return new Trial(
                versions,
                1 + random.nextInt(2),
                sentences(contracts ? "contract" : "migration"),
                List.of(),
                List.of(),
                List.of());
    }

    /** The new scripts give marks; what they are about goes in the same script, or behind the last old instance's end. */
    private Trial markedNow() {
        Trial.Version version = new Trial.Version(released.statements(), uses(Promises.NONE));
        return withMarks(List.of(version), Promises.NONE, 1);
    }

    private Trial markedTwice() {
        Marks marks = released.marks(false);
        return withMarks(versions(marks), marks.promises(), 1 + random.nextInt(2));
    }

    private Trial withMarks(List<Trial.Version> versions, Promises before, int supported) {
        Marks marks = released.marks(true);
        released.remember(marks);
        Promises promises = before.and(marks.promises());
        boolean alsoPre = random.nextInt(3) == 0;
        List<String> post = random.nextInt(4) > 0 ? sentences("contract") : sentences("migration");
        return new Trial(
                versions,
                supported,
                marks.and(alsoPre ? sentences("migration") : List.of()),
                post,
                uses(promises),
                Application.plainRows(words, released, before, promises));
    }

    /** The release, and one that gives marks. */
    private List<Trial.Version> versions(Marks marks) {
        Trial.Version first = new Trial.Version(released.statements(), uses(Promises.NONE));
        List<String> objects = released.objects(random.nextInt(2));
        released.remember(marks);
        return List.of(first, new Trial.Version(marks.and(objects), uses(marks.promises())));
    }

    private List<Use> uses(Promises promises) {
        return Application.of(words, released, promises);
    }

    private List<String> sentences(String production) {
        List<String> statements = new ArrayList<>();
        int count = random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(MOST_SENTENCES - 1);
        for (int i = 0; i < count; i++) {
            Sentence.Said said = words.said(chosen(production), released.names(), random);
            statements.addAll(said.statements());
        }
        return statements;
    }

    private String chosen(String production) {
        return setting.partitions() && random.nextInt(3) > 0 ? "repartition" : production;
    }
}
