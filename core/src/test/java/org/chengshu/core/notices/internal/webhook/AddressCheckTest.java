package org.chengshu.core.notices.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressCheckTest {
    private final AddressCheck strict = new AddressCheck(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://192.168.0.1/",
                "https://172.16.0.1/",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[fc00::1]/",
                "https://[fe80::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://2130706433/",
                "https://localhost/"
            })
    void refusesWhatLeadsIntoAPrivateNetwork(String url) {
        assertThat(strict.refuse(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.216.34/",
                "ftp://93.184.216.34/",
                "https://user@93.184.216.34/",
                "https:///path",
                "not an address",
                "https://93.184.216.34/#there"
            })
    void refusesWhatIsNoProperAddress(String url) {
        assertThat(strict.refuse(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://93.184.216.34/hook?key=1", "https://[2606:2800:220:1::1]:8443/"})
    void letsPublicAddressesPass(String url) {
        assertThat(strict.refuse(url)).isEmpty();
    }
}
