package org.chengshu.core.notices.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.settings.Secret;
import org.chengshu.core.settings.Setting;
import org.chengshu.core.settings.Settings;

/** What whoever runs a city may say about mail and webhooks. */
public final class NoticeSettings {
    private static final String SINCE = "0.2";
    private static final int HIGHEST_PORT = 65_535;

    /** How the connection to the mail server is kept secret. */
    public enum MailTls {
        NONE,
        STARTTLS,
        TLS
    }

    public static final Setting<Optional<String>> MAIL_HOST = Setting.named("mail.host")
            .since(SINCE)
            .summary("邮件服务器；不设则不发邮件", "Mail server; without it no mail is sent")
            .optionalText();
    public static final Setting<Integer> MAIL_PORT = Setting.named("mail.port")
            .since(SINCE)
            .summary("邮件服务器端口", "Port of the mail server")
            .number(587, 1, HIGHEST_PORT);
    public static final Setting<MailTls> MAIL_TLS = Setting.named("mail.tls")
            .since(SINCE)
            .summary("与邮件服务器的加密方式", "How the connection to the mail server is encrypted")
            .choice(MailTls.STARTTLS);
    public static final Setting<Optional<String>> MAIL_USER = Setting.named("mail.user")
            .since(SINCE)
            .summary("邮件服务器的用户名；不设则不登录", "User at the mail server; without it there is no sign-in")
            .optionalText();
    public static final Setting<Optional<Secret>> MAIL_PASSWORD = Setting.named("mail.password")
            .since(SINCE)
            .summary("邮件服务器的密码", "Password at the mail server")
            .secret();
    public static final Setting<String> MAIL_FROM = Setting.named("mail.from")
            .since(SINCE)
            .summary("发件人地址", "Whom mail comes from")
            .text("chengshu@localhost");
    public static final Setting<Optional<String>> ADDRESS = Setting.named("notices.address")
            .since(SINCE)
            .summary(
                    "邮件中链接的前缀，如 https://city.example.cn",
                    "What links in mail begin with, such as https://city.example.cn")
            .optionalText();
    public static final Setting<Integer> ATTEMPTS = Setting.named("notices.attempts")
            .since(SINCE)
            .summary(
                    "一封邮件或一次推送最多尝试几次，之后进入死信列表",
                    "How often a mail or webhook call is tried before it goes to the dead list")
            .number(100, 1, 10_000);
    public static final Setting<Duration> FOLD = Setting.named("notices.fold")
            .since(SINCE)
            .summary("此时段内同一事项不重复发邮件", "Within this time one matter is not mailed twice to one person")
            .duration(Duration.ofMinutes(10), Duration.ZERO, Duration.ofDays(1));
    public static final Setting<Boolean> PRIVATE_ADDRESSES = Setting.named("notices.private-addresses")
            .since(SINCE)
            .summary("允许 webhook 指向内网地址和明文 http", "Let webhooks lead to private addresses and to plain http")
            .flag(false);
    public static final Setting<Duration> KEPT = Setting.named("notices.kept")
            .since(SINCE)
            .summary("通知和投递记录保留多久", "How long notices and deliveries are kept")
            .duration(Duration.ofDays(180), Duration.ofDays(1), Duration.ofDays(3650));

    private NoticeSettings() {}

    public static List<Setting<?>> all() {
        return List.of(
                MAIL_HOST,
                MAIL_PORT,
                MAIL_TLS,
                MAIL_USER,
                MAIL_PASSWORD,
                MAIL_FROM,
                ADDRESS,
                ATTEMPTS,
                FOLD,
                PRIVATE_ADDRESSES,
                KEPT);
    }

    public static boolean mailReady(Settings settings) {
        return settings.get(MAIL_HOST).isPresent();
    }
}
