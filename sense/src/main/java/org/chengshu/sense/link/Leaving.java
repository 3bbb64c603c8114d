package org.chengshu.sense.link;

import java.util.Locale;
import org.chengshu.kernel.Text;

/** Why a connection ended. The word is what the wire and the database carry; it never changes. */
public enum Leaving {
    NORMAL("正常断开", "It said goodbye"),
    KEEP_ALIVE("保活超时", "Nothing came for longer than its keep-alive allows"),
    TAKEN_OVER("被新连接接管", "The same client connected again"),
    PROTOCOL_ERROR("协议错误", "It broke the protocol"),
    TOKEN_REVOKED("令牌失效", "Its token is void"),
    NOT_AUTHORIZED("越权", "It did what it may not"),
    QUOTA("超出上限", "It sent more than it may"),
    SLOW("接收过慢", "It did not take what was sent to it"),
    LOST("连接丢失", "The connection broke"),
    GATEWAY("网关告知离线", "Its gateway said so, or left"),
    SERVER_STOP("平台停止", "The platform stopped");

    private final Text title;

    Leaving(String zh, String en) {
        this.title = Text.of(zh, en);
    }

    public Text title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Leaving ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
