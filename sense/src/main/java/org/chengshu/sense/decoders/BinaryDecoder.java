package org.chengshu.sense.decoders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.sense.decoders.JsonPath.Found;
import org.chengshu.sense.decoders.Row.Derived;
import org.chengshu.wire.Parsed;
import org.chengshu.wire.Telemetry;
import org.chengshu.wire.WireFault.Kind;

/**
 * Reads frames by a layout. A frame that does not begin as it should, is too short or fails its checksum is lost as a whole.
 * Its own fields are one observation; each block of a repetition is another.
 */
record BinaryDecoder(
        Envelope envelope,
        Optional<Beginning> begins,
        int shortest,
        int longest,
        Optional<Checksum> checksum,
        Optional<JsonDecoder.Time> timeAround,
        Optional<Time> time,
        List<BinaryField> fields,
        List<Derived> formulas,
        Optional<Repeat> repeat)
        implements Decoder {
    /** Bytes that a frame begins with; -1 for any byte. */
    record Beginning(List<Integer> bytes) {
        boolean fits(Frame frame) {
            for (int i = 0; i < bytes.size(); i++) {
                int at = frame.start(i, 1);
                if (at < 0 || (bytes.get(i) >= 0 && (frame.bytes()[at] & 0xFF) != bytes.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    record Time(BinaryField field, TimeRule rule) {}

    @Override
    public Parsed decode(byte[] payload, Instant received) {
        Draft draft = new Draft();
        envelope.open(payload, draft).ifPresent(opened -> {
            Frame frame = Frame.of(opened.bytes());
            if (isSound(frame, draft)) {
                read(frame, opened.document(), received, draft);
            }
        });
        return draft.done("@0");
    }

    private boolean isSound(Frame frame, Draft draft) {
        if (begins.isPresent() && !begins.get().fits(frame)) {
            draft.fault(Kind.UNKNOWN_FRAME, "@0", "the frame does not begin as the decoder knows it");
            return false;
        }
        if (frame.length() < shortest || frame.length() > longest) {
            draft.fault(
                    Kind.TRUNCATED,
                    "@" + frame.length(),
                    "the frame has " + frame.length() + " bytes, not " + shortest + " to " + longest);
            return false;
        }
        Optional<String> wrong = checksum.flatMap(check -> check.fault(frame));
        wrong.ifPresent(why -> draft.fault(
                Kind.BAD_CHECKSUM, frame.place(checksum.orElseThrow().at()), why));
        return wrong.isEmpty();
    }

    private void read(Frame frame, Optional<Found> around, Instant received, Draft draft) {
        Row head = row(frame, fields, formulas, Map.of(), draft);
        int values = Math.max(1, head.values().size());
        Optional<Instant> at = time.isPresent()
                ? read(time.get(), frame, received, values, draft)
                : timeAround.isPresent() && around.isPresent()
                        ? timeAround.get().read(around.get(), around.get(), received, values, draft)
                        : Optional.of(received);
        at.ifPresent(when -> {
            draft.observe(when, head.values());
            repeat.ifPresent(blocks -> blocks.read(frame, head, when, received, draft));
        });
    }

    static Row row(
            Frame frame, List<BinaryField> fields, List<Derived> formulas, Map<String, Object> common, Draft draft) {
        Row row = new Row(common);
        for (BinaryField field : fields) {
            int start = frame.start(field.at(), field.length());
            if (start < 0) {
                if (field.required()) {
                    draft.fault(
                            Kind.TRUNCATED,
                            frame.place(field.at()),
                            field.name().name() + " is not there");
                }
                continue;
            }
            Optional<Object> raw = field.read(frame.bytes(), start);
            if (raw.isPresent()) {
                row.take(field.name(), field.conversion(), raw.get(), "@" + start, draft);
            } else {
                draft.fault(Kind.UNREADABLE, "@" + start, field.name().name() + " cannot be read");
            }
        }
        row.derive(formulas, frame.place(0), draft);
        return row;
    }

    static Optional<Instant> read(Time time, Frame frame, Instant received, int values, Draft draft) {
        int start = frame.start(time.field.at(), time.field.length());
        if (start < 0) {
            draft.fault(Kind.TRUNCATED, frame.place(time.field.at()), "the time is not there", values);
            return Optional.empty();
        }
        Optional<Instant> read = time.field.read(frame.bytes(), start).flatMap(time.rule::read);
        return JsonDecoder.within(read, received, "@" + start, values, draft);
    }

    static int most() {
        return Telemetry.MAX_OBSERVATIONS;
    }
}
