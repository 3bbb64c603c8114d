package org.chengshu.demo;

import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;

/** An account that the demonstration creates for anybody to try; its password is no secret. */
public record DemoAccount(String name, String password, Text title, String role, Optional<String> organisation) {
    private static final String PASSWORD = "chengshu-demo";

    public static List<DemoAccount> all() {
        return List.of(
                of("duty", "值班员 王敏", "Duty officer Wang Min", "duty-officer", "operations-centre"),
                of("handler", "处置员 李强", "Handler Li Qiang", "department-handler", "housing-bureau"),
                of("maintainer", "运维员 陈涛", "Maintainer Chen Tao", "department-handler", "station-maintenance"),
                of("analyst", "分析员 周宁", "Analyst Zhou Ning", "analyst", "operations-centre"),
                of("steward", "数据管理员 赵静", "Data steward Zhao Jing", "data-steward", "operations-centre"),
                of("leader", "领导 孙副市长", "Leader, deputy mayor Sun", "leader", ""),
                of("administrator", "管理员", "Administrator", "administrator", ""));
    }

    private static DemoAccount of(String name, String zh, String en, String role, String organisation) {
        return new DemoAccount(
                name, PASSWORD, Text.of(zh, en), role, Optional.of(organisation).filter(code -> !code.isEmpty()));
    }

    @Override
    public String toString() {
        return "DemoAccount[" + name + "]";
    }
}
