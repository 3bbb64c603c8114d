package org.chengshu.sense.mqtt;

/** The reason codes of MQTT 5 that are used here, as the standard names them. */
final class Codes {
    static final int SUCCESS = 0x00;
    static final int NO_SUBSCRIPTION_EXISTED = 0x11;
    static final int MALFORMED = 0x81;
    static final int PROTOCOL_ERROR = 0x82;
    static final int VERSION = 0x84;
    static final int CLIENT_ID_INVALID = 0x85;
    static final int BAD_USER_NAME = 0x86;
    static final int NOT_AUTHORIZED = 0x87;
    static final int UNAVAILABLE = 0x88;
    static final int SHUTTING_DOWN = 0x8B;
    static final int BAD_AUTHENTICATION_METHOD = 0x8C;
    static final int KEEP_ALIVE = 0x8D;
    static final int TAKEN_OVER = 0x8E;
    static final int TOPIC_FILTER_INVALID = 0x8F;
    static final int TOPIC_NAME_INVALID = 0x90;
    static final int PACKET_ID_NOT_FOUND = 0x92;
    static final int RECEIVE_MAXIMUM_EXCEEDED = 0x93;
    static final int TOPIC_ALIAS_INVALID = 0x94;
    static final int PACKET_TOO_LARGE = 0x95;
    static final int QUOTA_EXCEEDED = 0x97;
    static final int PAYLOAD_INVALID = 0x99;
    static final int RETAIN_NOT_SUPPORTED = 0x9A;
    static final int SHARED_NOT_SUPPORTED = 0x9E;
    static final int SUBSCRIPTION_IDS_NOT_SUPPORTED = 0xA1;
    /** The first code that says no. */
    static final int FIRST_REFUSAL = 0x80;
    /** The one refusal of a subscription that MQTT 3.1.1 knows. */
    static final int FAILURE_3 = 0x80;

    private Codes() {}

    /** What MQTT 3.1.1 has for the refusal of a connection. */
    static int connectionRefused3(int code) {
        return switch (code) {
            case VERSION -> 1;
            case CLIENT_ID_INVALID -> 2;
            case UNAVAILABLE -> 3;
            case BAD_USER_NAME -> 4;
            default -> 5;
        };
    }
}
