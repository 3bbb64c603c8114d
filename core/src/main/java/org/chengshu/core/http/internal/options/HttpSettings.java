package org.chengshu.core.http.internal.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.settings.Setting;

/** The settings of the people port. */
public final class HttpSettings {
    private static final int MOST_REQUESTS = 10_000_000;

    /** With {@link #CERTIFICATE_KEY}; the port then speaks HTTPS wherever it is bound. */
    public static final Setting<Optional<Path>> CERTIFICATE = Setting.named("http.certificate")
            .since("0.2")
            .summary(
                    "人员端口的证书链（PEM）；不填则在本机之外使用自签证书",
                    "Certificate chain of the people port (PEM); without it a self-signed one serves beyond loopback")
            .optionalPath();

    public static final Setting<Optional<Path>> CERTIFICATE_KEY = Setting.named("http.certificate-key")
            .since("0.2")
            .summary("证书的私钥（PEM，PKCS#8）", "Private key of the certificate (PEM, PKCS#8)")
            .optionalPath();

    public static final Setting<Integer> ACCOUNT_REQUESTS = Setting.named("http.account-requests")
            .since("0.2")
            .summary("每个账号每分钟的请求上限，0 为不限", "Most requests of one account, 0 for any number")
            .unit("requests a minute")
            .number(12_000, 0, MOST_REQUESTS);

    public static final Setting<Integer> TOKEN_REQUESTS = Setting.named("http.token-requests")
            .since("0.2")
            .summary("每个接口令牌每分钟的请求上限，0 为不限", "Most requests with one API token, 0 for any number")
            .unit("requests a minute")
            .number(6_000, 0, MOST_REQUESTS);

    public static final Setting<Integer> STRANGER_REQUESTS = Setting.named("http.stranger-requests")
            .since("0.2")
            .summary(
                    "未登录者每个地址每分钟对公开接口的请求上限，0 为不限",
                    "Most requests to public routes from one address without signing in, 0 for any number")
            .unit("requests a minute")
            .number(1_200, 0, MOST_REQUESTS);

    public static final Setting<Integer> REQUESTS_AT_ONCE = Setting.named("http.requests-at-once")
            .since("0.2")
            .summary(
                    "本节点同时办理的请求数，超出的请求被告知稍后再来，0 为不限",
                    "How many requests this node works on at once; others are told to come later, 0 for any number")
            .unit("requests")
            .number(64, 0, MOST_REQUESTS);

    private HttpSettings() {}

    static List<Setting<?>> all() {
        return List.of(
                CERTIFICATE, CERTIFICATE_KEY, ACCOUNT_REQUESTS, TOKEN_REQUESTS, STRANGER_REQUESTS, REQUESTS_AT_ONCE);
    }
}
