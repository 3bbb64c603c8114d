package org.chengshu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chengshu.bench.NodeProcess;
import org.chengshu.bench.Until;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data bureau takes in a messy file, puts refused rows right, lets rules find what is wrong, and publishes what it has. */
class DataBureauOnScreenTest {
    private static final String REVIEWER = "reviewer";
    private static final String PASSWORD = "a-long-enough-password";

    @TempDir
    Path data;

    @Test
    void theDataBureauTakesInAMessyFileAndPublishesIt() throws Exception {
        try (NodeProcess node = NodeProcess.start(data);
                Screen screen = Screen.open(1440, 900)) {
            node.applyPack("city-base");
            Officer.hire(node, "administrator");
            hireAReviewer(node);
            Officer.signIn(node, screen);
            findsTheUploadByItsName(screen);
            takesInTheFile(screen);
            mendsTheRefusedRows(screen);
            letsRulesFindWhatIsWrong(node, screen);
            handsTheEntryIn(node, screen);
            anotherAccountPublishesIt(node, screen);
            anybodyFindsIt(node, screen);
            assertThat(screen.errors()).isEmpty();
        }
    }

    private static void hireAReviewer(NodeProcess node) {
        Map<String, Object> reviewer =
                Map.of("name", REVIEWER, "displayName", "审核员", "password", PASSWORD, "roles", List.of("data-steward"));
        node.post("/api/core/v1/accounts", reviewer);
    }

    private static void findsTheUploadByItsName(Screen screen) {
        Page page = screen.page();
        page.keyboard().press("Control+K");
        page.locator("dialog[open] input[role=combobox]").fill("上传文件");
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText("上传文件入库"))
                .first()
                .waitFor();
        page.keyboard().press("Enter");
        page.waitForURL("**/data/upload");
    }

    private static void takesInTheFile(Screen screen) {
        Page page = screen.page();
        screen.isAccessible();
        page.locator("input[type=file]").setInputFiles(new FilePayload("firms.csv", "text/csv", firms()));
        screen.see("表头上方有标题行");
        page.getByLabel("名称", new Page.GetByLabelOptions().setExact(true)).fill("企业登记");
        page.getByLabel(Pattern.compile("^编号")).first().fill("raw.firms");
        // Without the mouse: the owner is chosen by a part of its name.
        page.locator("#load-owner").focus();
        page.keyboard().press("Enter");
        page.keyboard().type("数据局");
        page.keyboard().press("Enter");
        screen.isAccessible();
        screen.press("开始入库");
        page.waitForURL("**/data/loads/**");
        screen.see("60 行 = 入库 58 + 拒收 2");
        screen.see("两边一致");
        screen.isAccessible();
    }

    /** As offices send them: in GBK, a title above the heads, dates that are none, telephones and codes left out. */
    private static byte[] firms() {
        StringBuilder text = new StringBuilder("企业登记名册,,,\n企业名称,登记日期,注册资金,联系电话\n");
        for (int row = 0; row < 60; row++) {
            String date = row % 30 == 7 ? "2024-13-45" : "2024-03-%02d".formatted(1 + row % 28);
            String capital = row % 20 == 3 ? "不详" : "%d万元".formatted(10 + row);
            String phone = row % 25 == 4 ? "12" : "139%08d".formatted(row * 7919);
            text.append("第%d号商行,%s,%s,%s\n".formatted(row, date, capital, phone));
        }
        return text.toString().getBytes(Charset.forName("GB18030"));
    }

    private static void mendsTheRefusedRows(Screen screen) {
        Page page = screen.page();
        String address = page.url();
        Locator faulty = page.locator("td.bad input");
        faulty.nth(1).waitFor();
        for (Locator cell : faulty.all()) {
            cell.fill("2024-12-31");
        }
        screen.press("重新提交 2 行");
        page.waitForURL(Pattern.compile("^(?!" + Pattern.quote(address) + ").*/data/loads/.+"));
        screen.see("2 行 = 入库 2 + 拒收 0");
        screen.go(address);
        screen.see("已重新提交");
    }

    private static void letsRulesFindWhatIsWrong(NodeProcess node, Screen screen) {
        Page page = screen.page();
        Locator all = page.getByText(Pattern.compile("采纳会报出的 \\d+ 条"));
        screen.go(node.people("/data/raw.firms?tab=quality").toString());
        Until.within(Loop.SOON, "the profile to propose rules", () -> {
            page.reload();
            screen.see("规则建议");
            return all.or(page.getByText("采纳", new Page.GetByTextOptions().setExact(true)))
                    .first()
                    .isVisible();
        });
        screen.isAccessible();
        if (all.isVisible()) {
            all.click();
        } else {
            screen.press("采纳");
        }
        screen.see("已采纳");
        screen.press("立即检查");
        screen.see("未解决的问题");
        assertThat(page.locator(".score").innerText()).matches("\\d+(\\.\\d+)?");
        screen.isAccessible();
        page.locator("section")
                .filter(new Locator.FilterOptions().setHasText("未解决的问题"))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        page.waitForURL("**/data/quality/findings/**");
        screen.see("不合格的行");
        screen.see("数据局");
        screen.isAccessible();
    }

    private static void handsTheEntryIn(NodeProcess node, Screen screen) {
        Page page = screen.page();
        Locator handIn = page.getByText("提交审核", new Page.GetByTextOptions().setExact(true));
        screen.go(node.people("/data/raw.firms").toString());
        Until.within(Loop.SOON, "the entry to be drafted", () -> {
            page.reload();
            screen.see("企业登记");
            return handIn.first().isVisible();
        });
        handIn.first().click();
        screen.see("审核中");
        screen.isAccessible();
    }

    private static void anotherAccountPublishesIt(NodeProcess node, Screen screen) {
        Page page = screen.page();
        page.context().clearCookies();
        screen.go(node.people("/login").toString());
        page.locator("#login-name").fill(REVIEWER);
        page.locator("#login-password").fill(PASSWORD);
        page.locator("button[type=submit]").click();
        page.locator("main.content").waitFor();
        screen.go(node.people("/data/review").toString());
        page.getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("企业登记"))
                .first()
                .click();
        screen.press("发布");
        page.locator("form.ask textarea").fill("字段齐全");
        screen.isAccessible();
        page.locator("form.ask button[type=submit]").click();
        screen.see("没有待审核的目录");
    }

    private static void anybodyFindsIt(NodeProcess node, Screen screen) {
        Page page = screen.page();
        screen.go(node.people("/data").toString());
        Locator search = page.getByRole(AriaRole.SEARCH).locator("input");
        search.fill("企业 登记日期");
        search.press("Enter");
        Locator hit = page.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("企业登记"));
        hit.first().waitFor();
        assertThat(hit.first().innerText()).contains("已发布").contains("数据局");
        screen.isAccessible();
        hit.first().click();
        screen.see("raw.firms");
    }
}
