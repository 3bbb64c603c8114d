package org.chengshu.cases.testing;

import org.chengshu.core.notices.MailOffice;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The city of these tests has a real mail server. */
public final class CasesPost implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final MailOffice MAIL = new MailOffice();

    static {
        MAIL.open();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "chengshu.setting.mail.host=127.0.0.1",
                        "chengshu.setting.mail.port=" + MAIL.port(),
                        "chengshu.setting.mail.tls=none",
                        "chengshu.setting.mail.from=city@example.cn",
                        // All tests are one origin.
                        "chengshu.setting.cases.mail-subscriptions-per-minute=1000",
                        "chengshu.setting.notices.address=https://city.example.cn")
                .applyTo(context);
    }
}
