package org.chengshu.cases.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseError;
import org.chengshu.kernel.Fault;

/** One deed for many cases, at most {@value #MOST}; whatever the deed needs is there. */
record BatchOrder(
        List<UUID> ids,
        Deed deed,
        Optional<String> note,
        Optional<String> department,
        Optional<UUID> person,
        Optional<String> category) {
    static final int MOST = 500;
    private static final int LONGEST_NOTE = 2_000;

    /** What can be done to many cases at once. */
    enum Deed {
        ACCEPT,
        FILE,
        DISPATCH,
        ASSIGN,
        CATEGORISE,
        NOTE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Deed ofWord(String word) {
            return Arrays.stream(values())
                    .filter(deed -> deed.word().equals(word))
                    .findFirst()
                    .orElseThrow(
                            () -> wrong("action is accept, file, dispatch, assign, categorise or note, not " + word));
        }
    }

    BatchOrder {
        ids = ids.stream().distinct().toList();
        if (ids.isEmpty() || ids.size() > MOST) {
            throw wrong("ids: 1 to " + MOST + " cases at once, not " + ids.size());
        }
        if (note.filter(text -> text.length() > LONGEST_NOTE).isPresent()) {
            throw wrong("note has more than " + LONGEST_NOTE + " characters");
        }
        switch (deed) {
            case DISPATCH -> require(department, "department");
            case ASSIGN -> require(person, "person");
            case CATEGORISE -> require(category, "category");
            case NOTE -> require(note, "note");
            case ACCEPT, FILE -> {}
        }
    }

    private static void require(Optional<?> value, String name) {
        if (value.isEmpty()) {
            throw wrong(name + " is missing");
        }
    }

    static Fault wrong(String detail) {
        return new Fault(CaseError.CASE_BATCH_WRONG, detail);
    }
}
