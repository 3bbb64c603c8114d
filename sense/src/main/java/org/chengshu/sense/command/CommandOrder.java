package org.chengshu.sense.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Function;
import org.chengshu.sense.Function.Argument;
import org.chengshu.sense.Product;
import org.chengshu.sense.SenseError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What somebody wants a device to do, checked against its thing model. Immutable. */
record CommandOrder(String name, JsonNode arguments, Duration timeout, int retries, Duration validFor) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration USUAL_WAIT = Duration.ofDays(1);
    private static final int MOST_RETRIES = 10;
    private static final int LONGEST_TEXT = 4_096;

    /** Faults with everything that is wrong with it. */
    static CommandOrder read(JsonNode body, Product product) {
        String name = body.path("name").asString("");
        Function function = product.findFunction(name)
                .orElseThrow(() -> new Fault(
                        SenseError.FUNCTION_NOT_FOUND,
                        "the product " + product.id() + " has no function "
                                + (name.isEmpty() ? "without a name" : name)));
        List<PlacedFault> faults = new ArrayList<>();
        JsonNode arguments = body.has("arguments") && !body.get("arguments").isNull()
                ? body.get("arguments")
                : JsonNodeFactory.instance.objectNode();
        checkArguments(function, arguments, faults);
        CommandOrder order = new CommandOrder(
                name,
                arguments,
                span(body, "timeout", USUAL_TIMEOUT, LONGEST_TIMEOUT, faults),
                retries(body, faults),
                span(body, "validFor", USUAL_WAIT, LONGEST_WAIT, faults));
        if (!faults.isEmpty()) {
            throw new FaultyInput(SenseError.COMMAND_FAULTY, "nothing was sent", faults);
        }
        return order;
    }

    private static void checkArguments(Function function, JsonNode arguments, List<PlacedFault> faults) {
        if (!arguments.isObject()) {
            faults.add(new PlacedFault("/arguments", Text.of("参数应是对象", "arguments are an object")));
            return;
        }
        arguments.propertyNames().forEach(name -> {
            if (function.find(name).isEmpty()) {
                faults.add(new PlacedFault(
                        "/arguments/" + name, Text.of("此功能没有该参数", "the function has no such argument")));
            }
        });
        for (Argument argument : function.arguments()) {
            check(argument, Optional.ofNullable(arguments.get(argument.id())), faults);
        }
    }

    private static void check(Argument argument, Optional<JsonNode> given, List<PlacedFault> faults) {
        String place = "/arguments/" + argument.id();
        if (given.filter(value -> !value.isNull()).isEmpty()) {
            if (argument.required()) {
                faults.add(new PlacedFault(place, Text.of("缺少此参数", "this argument is missing")));
            }
            return;
        }
        JsonNode value = given.get();
        boolean fits =
                switch (argument.type()) {
                    case NUMBER -> value.isNumber() && Double.isFinite(value.doubleValue());
                    case BOOLEAN -> value.isBoolean();
                    case TEXT ->
                        value.isString()
                                && value.stringValue().length() <= LONGEST_TEXT
                                && value.stringValue().indexOf('\u0000') < 0;
                };
        if (!fits) {
            String type = argument.type().word();
            faults.add(new PlacedFault(place, Text.of("应为 " + type, "it is to be a " + type)));
        } else if (value.isNumber()
                && argument.range()
                        .filter(range -> !range.holds(value.doubleValue()))
                        .isPresent()) {
            String range = argument.range().get().ends().toString();
            faults.add(new PlacedFault(place, Text.of("超出范围 " + range, "it is outside " + range)));
        }
    }

    private static Duration span(
            JsonNode body, String name, Duration usual, Duration longest, List<PlacedFault> faults) {
        if (!body.has(name) || body.get(name).isNull()) {
            return usual;
        }
        Optional<Duration> given = parse(body.get(name).asString(""));
        if (given.filter(span -> span.compareTo(SHORTEST) >= 0 && span.compareTo(longest) <= 0)
                .isEmpty()) {
            faults.add(new PlacedFault(
                    "/" + name, Text.of("应为 PT1S 至 " + longest + " 的时长", "it is a duration from PT1S to " + longest)));
        }
        return given.orElse(usual);
    }

    private static Optional<Duration> parse(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static int retries(JsonNode body, List<PlacedFault> faults) {
        JsonNode given = body.path("retries");
        if (given.isMissingNode() || given.isNull()) {
            return 0;
        }
        if (!given.isIntegralNumber() || given.asLong() < 0 || given.asLong() > MOST_RETRIES) {
            faults.add(new PlacedFault(
                    "/retries", Text.of("应为 0 至 " + MOST_RETRIES, "it is a number from 0 to " + MOST_RETRIES)));
            return 0;
        }
        return given.asInt();
    }
}
