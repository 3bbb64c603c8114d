package org.chengshu.sense.mqtt.packet;

/** The reason codes of MQTT 5 that are used here, as the standard names them. */
public final class Codes {
    public static final int SUCCESS = 0x00;
    public static final int NO_SUBSCRIPTION_EXISTED = 0x11;
    public static final int MALFORMED = 0x81;
    public static final int PROTOCOL_ERROR = 0x82;
    public static final int IMPLEMENTATION_SPECIFIC = 0x83;
    public static final int VERSION = 0x84;
    public static final int CLIENT_ID_INVALID = 0x85;
    public static final int BAD_USER_NAME = 0x86;
    public static final int NOT_AUTHORIZED = 0x87;
    public static final int UNAVAILABLE = 0x88;
    public static final int SHUTTING_DOWN = 0x8B;
    public static final int BAD_AUTHENTICATION_METHOD = 0x8C;
    public static final int KEEP_ALIVE = 0x8D;
    public static final int TAKEN_OVER = 0x8E;
    public static final int TOPIC_FILTER_INVALID = 0x8F;
    public static final int TOPIC_NAME_INVALID = 0x90;
    public static final int PACKET_ID_NOT_FOUND = 0x92;
    public static final int RECEIVE_MAXIMUM_EXCEEDED = 0x93;
    public static final int TOPIC_ALIAS_INVALID = 0x94;
    public static final int PACKET_TOO_LARGE = 0x95;
    public static final int QUOTA_EXCEEDED = 0x97;
    public static final int PAYLOAD_INVALID = 0x99;
    public static final int RETAIN_NOT_SUPPORTED = 0x9A;
    public static final int SHARED_NOT_SUPPORTED = 0x9E;
    public static final int SUBSCRIPTION_IDS_NOT_SUPPORTED = 0xA1;
    /** The first code that says no. */
    public static final int FIRST_REFUSAL = 0x80;
    /** The one refusal of a subscription that MQTT 3.1.1 knows. */
    public static final int FAILURE_3 = 0x80;

    private Codes() {}

    /** What MQTT 3.1.1 has for the refusal of a connection. */
    public static int connectionRefused3(int code) {
        return switch (code) {
            case VERSION -> 1;
            case CLIENT_ID_INVALID -> 2;
            case UNAVAILABLE -> 3;
            case BAD_USER_NAME -> 4;
            default -> 5;
        };
    }
}
