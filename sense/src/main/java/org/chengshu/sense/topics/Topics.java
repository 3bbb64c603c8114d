package org.chengshu.sense.topics;

import java.util.Optional;
import org.chengshu.sense.topics.Up.Named;

/** Reads the topics of our own, of ThingsBoard and of JetLinks. Pure; what is not known is {@link Up.Foreign}. */
public final class Topics {
    private static final String ME = "me";
    private static final Up FOREIGN = new Up.Foreign();
    private static final Up MY_TELEMETRY = new Up.Telemetry(Optional.empty(), Dialect.THINGSBOARD);
    private static final Up GATEWAY_TELEMETRY = new Up.GatewayTelemetry();

    private Topics() {}

    public static Up up(String topic) {
        return switch (topic) {
            case "v1/devices/me/telemetry" -> MY_TELEMETRY;
            case "v1/gateway/telemetry" -> GATEWAY_TELEMETRY;
            case "v1/devices/me/attributes" -> new Up.Reported(Optional.empty());
            case "v1/gateway/attributes" -> new Up.GatewayReported();
            case "v1/gateway/attributes/request" -> new Up.GatewayAsked();
            case "v1/gateway/rpc" -> new Up.GatewayAnswered();
            case "v1/gateway/connect" -> new Up.GatewayPresence(true);
            case "v1/gateway/disconnect" -> new Up.GatewayPresence(false);
            default -> byParts(topic.split("/", -1));
        };
    }

    private static Up byParts(String[] parts) {
        return switch (parts[0]) {
            case "v1" -> thingsBoard(parts);
            case "devices" -> plain(parts);
            case "" -> jetLinks(parts);
            default -> FOREIGN;
        };
    }

    private static Up thingsBoard(String[] parts) {
        if (parts.length != 6 || !parts[1].equals("devices") || !parts[2].equals(ME) || parts[5].isEmpty()) {
            return FOREIGN;
        }
        return switch (parts[3] + "/" + parts[4]) {
            case "attributes/request" -> new Up.Asked(parts[5]);
            case "rpc/response" -> new Up.Answered(Optional.empty(), Dialect.THINGSBOARD, Optional.of(parts[5]));
            case "rpc/request" -> new Up.Called(parts[5]);
            default -> FOREIGN;
        };
    }

    private static Up plain(String[] parts) {
        if (parts.length < 3 || parts[1].isEmpty()) {
            return FOREIGN;
        }
        Optional<Named> of = parts[1].equals(ME)
                ? Optional.empty()
                : Optional.of(new Named(Optional.empty(), parts[1], Optional.empty()));
        if (parts.length == 3) {
            return switch (parts[2]) {
                case "telemetry" -> new Up.Telemetry(of, Dialect.PLAIN);
                case "state" -> new Up.Reported(of);
                case "online" -> new Up.Presence(of, true);
                case "offline" -> new Up.Presence(of, false);
                default -> FOREIGN;
            };
        }
        if (parts.length == 4 && parts[2].equals("events") && !parts[3].isEmpty()) {
            return new Up.Happened(of, parts[3]);
        }
        boolean answer = parts.length == 5 && parts[2].equals("commands") && parts[4].equals("reply");
        return answer ? new Up.Answered(of, Dialect.PLAIN, Optional.of(parts[3])) : FOREIGN;
    }

    private static Up jetLinks(String[] parts) {
        if (parts.length < 4 || parts[1].isEmpty() || parts[2].isEmpty()) {
            return FOREIGN;
        }
        boolean child = parts.length > 5 && (parts[3].equals("child") || parts[3].equals("child-reply"));
        Named of = child
                ? new Named(Optional.empty(), parts[4], Optional.of(parts[2]))
                : new Named(Optional.of(parts[1]), parts[2], Optional.empty());
        return jetLinks(Optional.of(of), rest(parts, child ? 5 : 3));
    }

    private static String rest(String[] parts, int from) {
        return String.join("/", java.util.Arrays.asList(parts).subList(from, parts.length));
    }

    private static Up jetLinks(Optional<Named> of, String what) {
        return switch (what) {
            case "properties/report" -> new Up.Telemetry(of, Dialect.JETLINKS);
            case "properties/read/reply" -> new Up.Confirmed(of, false);
            case "properties/write/reply" -> new Up.Confirmed(of, true);
            case "function/invoke/reply" -> new Up.Answered(of, Dialect.JETLINKS, Optional.empty());
            case "online", "connected", "connect" -> new Up.Presence(of, true);
            case "offline", "disconnected", "disconnect" -> new Up.Presence(of, false);
            default ->
                what.startsWith("event/") && what.indexOf('/', 6) < 0 && what.length() > 6
                        ? new Up.Happened(of, what.substring(6))
                        : FOREIGN;
        };
    }
}
