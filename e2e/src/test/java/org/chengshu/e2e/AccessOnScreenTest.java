package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chengshu.bench.NodeProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator makes a role and an account for one part of the city; its holder sees that part and no more. */
class AccessOnScreenTest {
    private static final String PASSWORD = "a-long-enough-password";
    private static final String OWN_PASSWORD = "another-long-password";
    private static final String WEST = """
            areas:
              - {code: west, name: {zh: 西区, en: West}, kind: district}
            devices:
              - {code: probe-west, product: probe, title: {zh: 西区探头, en: Probe of the west}, area: west}
            """;

    @TempDir
    Path data;

    @Test
    void aGuardOfOneAreaSeesThatAreaOnly() throws Exception {
        try (NodeProcess node = NodeProcess.start(data);
                Screen screen = Screen.open(1440, 900)) {
            Loop.on(node);
            addTheWest(node);
            hireTheAdministrator(node);
            signIn(node, screen, "chief", PASSWORD);
            makeTheRole(node, screen);
            String account = hireTheGuard(node, screen);
            meetAConflict(node, screen, account);
            leave(screen);
            signIn(node, screen, "guard", PASSWORD);
            choosePassword(screen);
            seeTheEastOnly(node, screen);
            assertThat(screen.errors()).isEmpty();
        }
    }

    private static void addTheWest(NodeProcess node) {
        String pack = "{id: west, version: 1.0.0, title: {zh: 西区, en: West}, "
                + "description: {zh: 另一个区, en: Another district}, requires: [loop]}";
        node.post("/api/core/v1/packs", Map.of("files", Map.of("pack.yaml", pack, "west.yaml", WEST)));
    }

    private static void hireTheAdministrator(NodeProcess node) {
        Map<String, Object> chief =
                Map.of("name", "chief", "displayName", "总管", "password", PASSWORD, "roles", List.of("administrator"));
        node.post("/api/core/v1/accounts", chief);
    }

    private static void signIn(NodeProcess node, Screen screen, String name, String password) {
        screen.go(node.people("/login").toString());
        screen.page().locator("#login-name").fill(name);
        screen.page().locator("#login-password").fill(password);
        screen.page().locator("button[type=submit]").click();
        screen.page().locator("main.content").waitFor();
    }

    private static void makeTheRole(NodeProcess node, Screen screen) {
        screen.go(node.people("/manage/roles/new").toString());
        field(screen, "中文名称").fill("东区值守");
        field(screen, "编码").fill("east-watch");
        screen.page().getByLabel("sense:read").check();
        screen.isAccessible();
        submit(screen, "新建角色");
        screen.see("角色已建好");
        screen.see("还没有人有这个角色");
    }

    private static String hireTheGuard(NodeProcess node, Screen screen) {
        screen.go(node.people("/manage/accounts/new").toString());
        field(screen, "账号").fill("guard");
        field(screen, "姓名").fill("张岗");
        screen.page().getByLabel("角色 1").selectOption("east-watch");
        screen.press("区域 1: 全市");
        screen.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("输入名称或编码"))
                .fill("东区");
        screen.page().keyboard().press("Enter");
        screen.page().getByText("现在设一个初始密码").click();
        field(screen, "初始密码").fill(PASSWORD);
        screen.isAccessible();
        submit(screen, "新建账号");
        screen.see("账号已建好");
        screen.see("东区值守 · 东区");
        String address = screen.page().url();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static void meetAConflict(NodeProcess node, Screen screen, String account) {
        field(screen, "姓名").fill("张岗（东区）");
        String path = "/api/core/v1/accounts/" + account;
        node.change(
                path, Map.of("displayName", "张大岗", "grants", List.of(Map.of("role", "east-watch", "area", "east"))));
        screen.press("保存更改");
        screen.see("别人改动了这里");
        assertThat(field(screen, "姓名").inputValue()).isEqualTo("张岗（东区）");
        screen.press("对比两份内容");
        screen.see("张大岗");
        screen.isAccessible();
        screen.press("用我的覆盖");
        screen.see("已保存");
        assertThat(node.get(path).path("displayName").asString()).isEqualTo("张岗（东区）");
    }

    private static void leave(Screen screen) {
        screen.page().getByTitle("账号").click();
        screen.press("退出登录");
        screen.page().locator("#login-name").waitFor();
    }

    private static void choosePassword(Screen screen) {
        screen.see("请先改密码");
        field(screen, "当前密码").fill(PASSWORD);
        field(screen, "新密码").fill(OWN_PASSWORD);
        screen.isAccessible();
        screen.press("更改密码");
        screen.see("密码已更改");
    }

    private static void seeTheEastOnly(NodeProcess node, Screen screen) {
        screen.go(node.people("/devices").toString());
        screen.see("一号探头");
        assertThat(screen.page().getByText("西区探头").count()).isZero();
        screen.go(node.people("/devices/probe-west").toString());
        screen.see("不在您的辖区内");
        assertThat(screen.page().locator("nav").getByText("告警").count()).isZero();
    }

    private static Locator field(Screen screen, String label) {
        return screen.page()
                .locator("form")
                .getByLabel(Pattern.compile("^\\s*" + label))
                .first();
    }

    private static void submit(Screen screen, String word) {
        screen.page()
                .locator("form")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(word))
                .click();
    }
}
