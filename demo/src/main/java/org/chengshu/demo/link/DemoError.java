package org.chengshu.demo.link;

import org.chengshu.kernel.ErrorCode;
import org.chengshu.kernel.Text;

/** The ways in which the demonstration can fail. */
public enum DemoError implements ErrorCode {
    DEMO_REFUSED(502, "演示环境的请求被平台拒绝", "The platform refused the demonstration"),
    DEMO_UNREACHABLE(503, "演示环境连接不上平台", "The demonstration cannot reach the platform");

    private final int status;
    private final Text title;

    DemoError(int status, String zh, String en) {
        this.status = status;
        this.title = Text.of(zh, en);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}
