package org.chengshu.sense.device;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.chengshu.sense.DeviceStatus;
import org.chengshu.sense.Lifecycle;
import org.chengshu.sense.words.Needle;
import org.chengshu.sense.words.WordQuery;

/**
 * One query as it is asked of device after device, the cheap questions first. What depends on the area or the product alone
 * is answered once for each of them, as there are few. For one thread.
 */
final class DeviceMatch {
    private final DeviceQuery query;
    private final Function<KnownDevice, DeviceStatus> status;
    private final Answers<DevicePlace> placeFits;
    private final List<Word> words;
    private final Optional<Needle> codeStart;
    private final IntPredicate among;

    DeviceMatch(
            DeviceQuery query,
            Predicate<DevicePlace> reachable,
            Function<DevicePlace, List<String>> namesOfPlace,
            Function<KnownDevice, DeviceStatus> status) {
        this.query = query;
        this.status = status;
        this.placeFits = new Answers<>(place -> reachable.test(place)
                && query.area().filter(reach -> !reach.covers(place.path())).isEmpty());
        this.words = query.words().words().stream()
                .map(word -> new Word(new Needle(word), namesOfPlace))
                .toList();
        this.codeStart = query.words().codeStart().map(Needle::new);
        this.among = query.among().orElse(id -> true);
    }

    boolean fits(DeviceRows.Snapshot rows, int id) {
        KnownDevice device = rows.devices()[id];
        if (device == null || !among.test(id)) {
            return false;
        }
        for (Word word : words) {
            if (!word.mayFit(rows, id, device)) {
                return false;
            }
        }
        return fitsByItself(device)
                && placeFits.of(device.place())
                && words.stream().allMatch(word -> word.fits(device))
                && hasTags(device, query.tags())
                && hasTags(device, query.words().tags())
                && query.status().filter(asked -> status.apply(device) != asked).isEmpty();
    }

    private boolean fitsByItself(KnownDevice device) {
        boolean alive = query.lifecycle().isEmpty()
                ? device.lifecycle() != Lifecycle.RETIRED
                : device.lifecycle() == query.lifecycle().get();
        return alive
                && same(query.product(), Optional.of(device.product().id()))
                && same(query.owner(), device.owner())
                && same(query.parent(), device.parent())
                && codeStart.filter(start -> !start.begins(device.code())).isEmpty();
    }

    private static boolean same(Optional<String> asked, Optional<String> its) {
        return asked.isEmpty() || asked.equals(its);
    }

    private static boolean hasTags(KnownDevice device, Map<String, String> asked) {
        if (asked.isEmpty()) {
            return true;
        }
        Map<String, String> its = device.tags();
        return asked.entrySet().stream()
                .allMatch(tag -> tag.getValue().equals(WordQuery.ANY)
                        ? its.containsKey(tag.getKey())
                        : tag.getValue().equals(its.get(tag.getKey())));
    }

    /** A word and where it was found already. */
    private static final class Word {
        private final Needle needle;
        private final Answers<DevicePlace> inPlace;
        private final Answers<DeviceModel> inModel;

        Word(Needle needle, Function<DevicePlace, List<String>> names) {
            this.needle = needle;
            this.inPlace = new Answers<>(place -> names.apply(place).stream().anyMatch(needle::isIn));
            this.inModel = new Answers<>(model -> needle.isIn(model.product.id())
                    || needle.isIn(model.product.title().zh())
                    || needle.isIn(model.product.title().en()));
        }

        boolean mayFit(DeviceRows.Snapshot rows, int id, KnownDevice device) {
            return rows.mayHold(id, needle) || inPlace.of(device.place()) || inModel.of(device.model());
        }

        boolean fits(KnownDevice device) {
            return inPlace.of(device.place())
                    || inModel.of(device.model())
                    || needle.isIn(device.about())
                    || needle.isIn(device.code());
        }
    }

    private static final class Answers<T> {
        private final Map<T, Boolean> known = new IdentityHashMap<>();
        private final Predicate<T> ask;
        private T last;
        private boolean lastAnswer;

        Answers(Predicate<T> ask) {
            this.ask = ask;
        }

        boolean of(T thing) {
            if (thing != last) {
                lastAnswer = known.computeIfAbsent(thing, ask::test);
                last = thing;
            }
            return lastAnswer;
        }
    }
}
