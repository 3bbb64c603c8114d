package org.chengshu.sense.topics;

import java.util.List;

/** The topics under which a device hears, and the gateway for it. Pure. */
public final class Down {
    public static final String MY_STATE = "v1/devices/me/attributes";
    public static final String GATEWAY_COMMANDS = "v1/gateway/rpc";
    public static final String GATEWAY_STATE = "v1/gateway/attributes";
    public static final String GATEWAY_ANSWERS = "v1/gateway/attributes/response";
    private static final String MINE = "v1/devices/me/";
    private static final String GATEWAYS = "v1/gateway/";
    private static final String PLAIN = "devices/";

    private Down() {}

    /** Under which beginnings a device may subscribe, wildcards only behind them. */
    public static List<String> beginnings(String product, String device) {
        return List.of(MINE, GATEWAYS, PLAIN + device + "/", PLAIN + "me/", "/" + product + "/" + device + "/");
    }

    /** As {@link #beginnings}, of a program that is a gateway. */
    public static List<String> gatewayBeginnings() {
        return List.of(GATEWAYS);
    }

    public static String command(Dialect dialect, String product, String device, long command) {
        return switch (dialect) {
            case PLAIN -> PLAIN + device + "/commands";
            case THINGSBOARD -> MINE + "rpc/request/" + command;
            case JETLINKS -> "/" + product + "/" + device + "/function/invoke";
        };
    }

    public static String wish(Dialect dialect, String product, String device) {
        return switch (dialect) {
            case PLAIN -> PLAIN + device + "/desired";
            case THINGSBOARD -> MY_STATE;
            case JETLINKS -> "/" + product + "/" + device + "/properties/write";
        };
    }

    /** Of a device behind a gateway, to the gateway in JetLinks' way. */
    public static String throughGateway(String gatewayProduct, String gateway, String device, String what) {
        return "/" + gatewayProduct + "/" + gateway + "/child/" + device + "/" + what;
    }

    public static String stateAnswer(String question) {
        return MINE + "attributes/response/" + question;
    }

    public static String callAnswer(String call) {
        return MINE + "rpc/response/" + call;
    }

    /** Our own topics say the code or "me": what goes to the one matches filters on the other. */
    public static String me(String topic, String device) {
        String named = PLAIN + device + "/";
        return topic.startsWith(named) ? PLAIN + "me/" + topic.substring(named.length()) : topic;
    }
}
