package org.chengshu.wire;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Walks one message, object by object, and hands on what can be taken. Whose an observation is may come with it. */
final class MessageReader {
    /** The device of a message that names none. */
    static final String NOBODY = "";

    private final JsonParser parser;
    private final Times times;
    private final Faults faults;
    private final BiConsumer<String, Observation> taker;
    private int objects;

    MessageReader(JsonParser parser, Instant received, Faults faults, BiConsumer<String, Observation> taker) {
        this.parser = parser;
        this.times = Times.ofArrival(received);
        this.faults = faults;
        this.taker = taker;
    }

    /** One device: an object, or an array of objects. */
    void readDevice() {
        readObjects(NOBODY, Place.ROOT);
        end();
    }

    /** Many devices: an array of objects that name theirs, or an object of devices, each with one or more objects. */
    void readGateway() {
        if (Json.isObject(parser)) {
            readByDevice();
        } else {
            readArray(Place.ROOT, Optional.empty());
        }
        end();
    }

    private void readByDevice() {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            Place place = Place.ROOT.field(name);
            if (Texts.isName(name)) {
                readObjects(name, place);
            } else {
                parser.skipChildren();
                faults.add(WireFault.Kind.BAD_DEVICE, place, "a device code is 1 to 64 printable characters");
            }
        }
        if (objects == 0 && faults.isEmpty()) {
            faults.add(WireFault.Kind.EMPTY, Place.ROOT, "no observation");
        }
    }

    private void readObjects(String device, Place place) {
        if (Json.isObject(parser)) {
            readObject(place, Optional.of(device));
        } else {
            readArray(place, Optional.of(device));
        }
    }

    private void readArray(Place place, Optional<String> device) {
        if (!Json.isArray(parser)) {
            refuse(place);
            return;
        }
        int index = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Place here = place.at(index++);
            if (token == JsonToken.START_OBJECT) {
                readObject(here, device);
            } else {
                refuse(here);
            }
        }
        if (index == 0) {
            faults.add(WireFault.Kind.EMPTY, place, "no observation");
        }
    }

    private void readObject(Place place, Optional<String> device) {
        objects++;
        if (objects > Telemetry.MAX_OBSERVATIONS) {
            parser.skipChildren();
            return;
        }
        Draft draft = Draft.read(parser, place);
        device.or(() -> draft.takeDevice(faults)).ifPresent(owner -> draft.finish(times, faults)
                .ifPresent(observation -> taker.accept(owner, observation)));
    }

    private void refuse(Place place) {
        parser.skipChildren();
        faults.add(WireFault.Kind.NOT_AN_OBJECT, place, "an object is expected here");
    }

    private void end() {
        if (objects > Telemetry.MAX_OBSERVATIONS) {
            faults.fatal(
                    WireFault.Kind.TOO_MANY_OBSERVATIONS,
                    objects + " observations, at most " + Telemetry.MAX_OBSERVATIONS);
        }
    }
}
