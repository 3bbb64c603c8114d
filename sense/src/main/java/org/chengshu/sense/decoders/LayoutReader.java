package org.chengshu.sense.decoders;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.decoders.BinaryField.Kind;
import org.chengshu.sense.decoders.BinaryField.Order;
import org.chengshu.sense.decoders.Envelope.Coding;
import org.chengshu.sense.decoders.Row.Derived;
import org.chengshu.sense.decoders.Row.FieldName;
import org.chengshu.wire.Telemetry;
import tools.jackson.databind.JsonNode;

/** Reads the declarations of binary layouts. */
final class LayoutReader {
    private static final int FAR = 65_535;
    private static final int MOST_FIELDS = 256;
    private static final Pattern NUMBER = Pattern.compile("(uint|int)(8|16|24|32|40|48|56|64)|float(32|64)");
    private static final Pattern HEX_PAIR = Pattern.compile("[0-9a-fA-F]{2}|\\?\\?");
    private static final String TYPES = "uint8..uint64, int8..int64, float32, float64, bits, bool, bcd, text, hex";
    private static final String ORDERS = "big, little, big-swapped, little-swapped";

    private final Order order;

    private LayoutReader(Order order) {
        this.order = order;
    }

    static Decoder read(Declared of, Map<String, PropertyType> properties) {
        of.only("format", "payload", "byteOrder", "begins", "length", "checksum", "time", "fields", "repeat");
        LayoutReader layout = new LayoutReader(order(of, Order.BIG));
        Envelope envelope = of.part("payload").map(LayoutReader::envelope).orElse(Envelope.NONE);
        FieldReader reader = new FieldReader(properties);
        Fields head = layout.fields(of, reader);
        Optional<Repeat> repeat = of.part("repeat").flatMap(part -> layout.repeat(part, reader));
        DecoderReader.requireFields(of, head.fields.size() + head.formulas.size() + (repeat.isPresent() ? 1 : 0));
        int[] length = length(of);
        boolean around =
                of.part("time").filter(time -> time.raw("at").isString()).isPresent();
        if (around && envelope.path().isEmpty()) {
            of.fault("/time/at", "帧外没有 JSON", "a path needs a frame that comes inside JSON");
        }
        return new BinaryDecoder(
                envelope,
                of.parsed("begins", LayoutReader::beginning),
                length[0],
                length[1],
                of.part("checksum").flatMap(LayoutReader::checksum),
                around ? of.part("time").flatMap(DecoderReader::time) : Optional.empty(),
                around ? Optional.empty() : of.part("time").flatMap(layout::time),
                head.fields,
                head.formulas,
                repeat);
    }

    private record Fields(List<BinaryField> fields, List<Derived> formulas) {}

    private static int[] length(Declared of) {
        JsonNode length = of.raw("length");
        if (length.isArray()
                && length.size() == 2
                && length.get(0).isInt()
                && length.get(1).isInt()) {
            return new int[] {length.get(0).intValue(), length.get(1).intValue()};
        }
        OptionalInt exact = of.whole("length", 1, FAR);
        return exact.isPresent() ? new int[] {exact.getAsInt(), exact.getAsInt()} : new int[] {1, Telemetry.MAX_BYTES};
    }

    private static Envelope envelope(Declared of) {
        of.only("as", "at");
        Coding coding =
                of.choice("as", LayoutReader::coding, "raw, hex, base64").orElse(Coding.RAW);
        Optional<JsonPath> path = of.has("at") ? DecoderReader.path(of) : Optional.empty();
        if (path.isPresent() && coding == Coding.RAW) {
            of.fault("", "JSON 里的帧为 hex 或 base64", "a frame inside JSON comes as hex or base64");
        }
        return new Envelope(coding, path);
    }

    private static Optional<Coding> coding(String word) {
        return switch (word) {
            case "raw" -> Optional.of(Coding.RAW);
            case "hex" -> Optional.of(Coding.HEX);
            case "base64" -> Optional.of(Coding.BASE64);
            default -> Optional.empty();
        };
    }

    private static BinaryDecoder.Beginning beginning(String text) {
        List<Integer> bytes = new ArrayList<>();
        for (String pair : text.strip().split("\\s+")) {
            if (!HEX_PAIR.matcher(pair).matches()) {
                throw new IllegalArgumentException("bytes are written as 01 03 ??, not " + pair);
            }
            bytes.add(pair.equals("??") ? -1 : Integer.parseInt(pair, 16));
        }
        return new BinaryDecoder.Beginning(bytes);
    }

    private static Order order(Declared of, Order usual) {
        return of.choice("byteOrder", LayoutReader::order, ORDERS).orElse(usual);
    }

    private static Optional<Order> order(String word) {
        return List.of(ORDERS.split(", ")).contains(word)
                ? Optional.of(Order.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                : Optional.empty();
    }

    private static Optional<Checksum> checksum(Declared of) {
        of.only("kind", "at", "from", "byteOrder");
        of.needWord("kind");
        int from = of.whole("from", 0, FAR).orElse(0);
        return of.choice(
                        "kind",
                        Checksum.Kind::ofWord,
                        "crc16-modbus, crc16-ccitt, crc16-xmodem, crc32, crc8, sum8, sum16, lrc, xor8")
                .map(kind -> new Checksum(
                        kind, of.whole("at", -FAR, FAR).orElse(-kind.length), from, order(of, kind.usual)));
    }

    private Optional<BinaryDecoder.Time> time(Declared of) {
        of.only("at", "type", "length", "byteOrder", "format", "zone");
        Optional<BinaryField> field = shape(of, new FieldName("time", false), PropertyType.TEXT, true);
        return DecoderReader.rule(of)
                .flatMap(rule ->
                        field.map(one -> new BinaryDecoder.Time(one.kind() == Kind.BCD ? asDigits(one) : one, rule)));
    }

    private static BinaryField asDigits(BinaryField of) {
        return new BinaryField(
                of.name(), of.at(), of.length(), Kind.DIGITS, of.order(), 0, 0, of.charset(), of.conversion(), true);
    }

    private Fields fields(Declared of, FieldReader reader) {
        List<BinaryField> fields = new ArrayList<>();
        List<Derived> formulas = new ArrayList<>();
        for (Declared field : of.parts("fields", MOST_FIELDS)) {
            if (field.has("formula")) {
                reader.formula(field).ifPresent(formulas::add);
            } else {
                field(field, reader).ifPresent(fields::add);
            }
        }
        return new Fields(fields, formulas);
    }

    private Optional<BinaryField> field(Declared of, FieldReader reader) {
        of.only(
                "property",
                "name",
                "value",
                "at",
                "type",
                "length",
                "byteOrder",
                "bits",
                "bit",
                "charset",
                "scale",
                "offset",
                "words",
                "none",
                "required");
        String type = of.word("type").orElse("");
        PropertyType usual = type.equals("text") || type.equals("hex")
                ? PropertyType.TEXT
                : type.equals("bool") ? PropertyType.BOOLEAN : PropertyType.NUMBER;
        return reader.name(of, usual).flatMap(named -> shape(of, named.name(), named.type(), of.flag("required", true))
                .map(field -> with(field, reader.conversion(of, named.type()))));
    }

    private static BinaryField with(BinaryField of, Conversion conversion) {
        return new BinaryField(
                of.name(),
                of.at(),
                of.length(),
                of.kind(),
                of.order(),
                of.firstBit(),
                of.bits(),
                of.charset(),
                conversion,
                of.required());
    }

    private Optional<BinaryField> shape(Declared of, FieldName name, PropertyType wanted, boolean required) {
        int at = of.needWhole("at", -FAR, FAR);
        String type = of.needWord("type").orElse("");
        Matcher number = NUMBER.matcher(type);
        int length = 1;
        Kind kind = Kind.UNSIGNED;
        int[] bits = {0, 1};
        if (number.matches()) {
            length = Integer.parseInt(number.group(2) != null ? number.group(2) : number.group(3)) / 8;
            kind = number.group(2) == null ? Kind.FLOAT : type.startsWith("u") ? Kind.UNSIGNED : Kind.SIGNED;
        } else if (type.equals("bits") || type.equals("bool")) {
            length = of.whole("length", 1, Long.BYTES).orElse(1);
            kind = Kind.BITS;
            bits = bits(of, 8 * length);
        } else if (type.equals("bcd") || type.equals("text") || type.equals("hex")) {
            length = of.needWhole("length", 1, type.equals("bcd") ? 16 : 1_024);
            kind = Kind.valueOf(type.toUpperCase(Locale.ROOT));
        } else if (!type.isEmpty()) {
            of.fault("/type", "应为其中之一：" + TYPES, "type is one of " + TYPES + ", not " + type);
            return Optional.empty();
        }
        Order itsOrder = order(of, kind == Kind.TEXT || kind == Kind.HEX ? Order.BIG : order);
        if ((itsOrder == Order.BIG_SWAPPED || itsOrder == Order.LITTLE_SWAPPED) && length % 2 == 1) {
            itsOrder = itsOrder == Order.BIG_SWAPPED ? Order.BIG : Order.LITTLE;
        }
        Charset charset = of.parsed("charset", Charset::forName).orElse(StandardCharsets.UTF_8);
        return Optional.of(new BinaryField(
                name, at, length, kind, itsOrder, bits[0], bits[1], charset, Conversion.plain(wanted), required));
    }

    private static int[] bits(Declared of, int most) {
        if (of.has("bit")) {
            return new int[] {of.whole("bit", 0, most - 1).orElse(0), 1};
        }
        JsonNode bits = of.raw("bits");
        boolean sound = bits.isArray()
                && bits.size() == 2
                && bits.get(0).isInt()
                && bits.get(1).isInt()
                && bits.get(0).intValue() >= 0
                && bits.get(1).intValue() >= 1
                && bits.get(0).intValue() + bits.get(1).intValue() <= most;
        if (!sound) {
            of.fault(
                    "", "写 bit: n 或 bits: [起, 数]", "bits are given as bit: n or bits: [first, count] within the bytes");
            return new int[] {0, 1};
        }
        return new int[] {bits.get(0).intValue(), bits.get(1).intValue()};
    }

    private Optional<Repeat> repeat(Declared of, FieldReader head) {
        of.only("at", "size", "count", "leave", "time", "every", "order", "fields");
        FieldReader reader = head.inside();
        Fields fields = fields(of, reader);
        DecoderReader.requireFields(of, fields.fields.size() + fields.formulas.size());
        boolean named = of.raw("count").isString();
        Optional<String> counted = named ? of.word("count") : Optional.empty();
        counted.filter(name -> !head.isNumber(name))
                .ifPresent(name -> of.fault("/count", "没有数值字段 " + name, "there is no number " + name + " before"));
        Optional<Duration> every = of.parsed("every", Duration::parse);
        every.filter(step -> step.isNegative() || step.compareTo(Duration.ofDays(366)) > 0)
                .ifPresent(step -> of.fault("/every", "应为 0 至 366 天", "every is between 0 and 366 days"));
        boolean newestFirst = of.choice(
                        "order",
                        word -> word.equals("newest-first") || word.equals("oldest-first")
                                ? Optional.of(word.equals("newest-first"))
                                : Optional.empty(),
                        "newest-first, oldest-first")
                .orElse(true);
        return Optional.of(new Repeat(
                of.needWhole("at", 0, FAR),
                Math.max(1, of.needWhole("size", 1, FAR)),
                named ? Optional.empty() : optional(of.whole("count", 0, Telemetry.MAX_OBSERVATIONS)),
                counted,
                of.whole("leave", 0, FAR).orElse(0),
                of.part("time").flatMap(this::time),
                every,
                newestFirst,
                fields.fields,
                fields.formulas));
    }

    private static Optional<Integer> optional(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
}
