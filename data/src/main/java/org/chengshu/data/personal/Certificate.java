package org.chengshu.data.personal;

/** The certificate of an erasure as a text in both languages, to be handed to whoever asked. Pure. */
final class Certificate {
    private Certificate() {}

    static String of(ErasureView erasure) {
        StringBuilder text = new StringBuilder();
        line(text, "个人信息删除证明 · Certificate of erasure");
        line(text, "编号 No.: " + erasure.id());
        line(text, "对象 Person: " + erasure.element() + " " + erasure.shown());
        line(text, "事由 Reason: " + erasure.reason());
        line(text, "申请 Asked: " + erasure.askedBy() + ", " + erasure.askedAt());
        line(
                text,
                "状态 State: " + erasure.state()
                        + erasure.endedAt().map(at -> ", " + at).orElse(""));
        line(text, "");
        line(text, "已清空 Emptied (" + erasure.rows() + "):");
        erasure.traces()
                .forEach(trace -> line(
                        text,
                        "- " + trace.title().zh() + " · " + trace.title().en() + " [" + trace.place() + "]: "
                                + trace.rows()
                                + (trace.fields().isEmpty() ? "" : " (" + String.join(", ", trace.fields()) + ")")));
        if (!erasure.notSearched().isEmpty()) {
            line(text, "");
            line(text, "含个人信息但不以此号码标识、未检索 Personal data not named by this number, not searched:");
            erasure.notSearched().forEach(dataset -> line(text, "- " + dataset));
        }
        line(text, "");
        line(text, "行数和统计数字保留。备份按其保存期限到期后删除；来源系统须自行删除，否则再次入库会重新带来。");
        line(
                text,
                "Rows and figures stay. Backups keep the data until their own time is over; the source systems have to erase it themselves, or the next load brings it back.");
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
