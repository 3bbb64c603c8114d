package org.chengshu.flow;

import java.util.List;
import java.util.Set;

/**
 * The standard way of a city management case after GB/T 30428: report (上报), accept (受理), file (立案), dispatch (派遣),
 * handle (处置), verify (核查), close (结案). {@link #RETURN} leads one stage back: the department is not in charge (退单), or
 * verification found the matter not put right. {@link #REJECT} (不予受理, 不予立案) ends what is no case;
 * {@link #OVERRIDE_CLOSE} ends one without its verification; {@link #REOPEN} takes a closed one up again.
 */
public final class CityCase {
    public static final Stage REPORT = new Stage("report");
    public static final Stage ACCEPT = new Stage("accept");
    public static final Stage FILE = new Stage("file");
    public static final Stage DISPATCH = new Stage("dispatch");
    public static final Stage HANDLE = new Stage("handle");
    public static final Stage VERIFY = new Stage("verify");
    public static final Stage CLOSE = new Stage("close");

    /** From report to accept. */
    public static final Action TO_ACCEPT = new Action("accept");
    /** From accept to file. */
    public static final Action TO_FILE = new Action("file");
    /** From file to dispatch. */
    public static final Action TO_DISPATCH = new Action("dispatch");
    /** From dispatch to handle: the department takes the case. */
    public static final Action TAKE = new Action("take");
    /** From handle to verify: the department reports it done. */
    public static final Action HANDLED = new Action("handled");
    /** From verify to close. */
    public static final Action TO_CLOSE = new Action("close");

    public static final Action RETURN = new Action("return");
    public static final Action REJECT = new Action("reject");
    public static final Action OVERRIDE_CLOSE = new Action("override-close");
    public static final Action REOPEN = new Action("reopen");

    /** The plan of the seven stages. */
    public static final StagePlan PLAN = StagePlan.of(
            List.of(REPORT, ACCEPT, FILE, DISPATCH, HANDLE, VERIFY, CLOSE),
            Set.of(CLOSE),
            List.of(
                    new Transition(REPORT, TO_ACCEPT, ACCEPT),
                    new Transition(REPORT, REJECT, CLOSE),
                    new Transition(REPORT, OVERRIDE_CLOSE, CLOSE),
                    new Transition(ACCEPT, TO_FILE, FILE),
                    new Transition(ACCEPT, REJECT, CLOSE),
                    new Transition(ACCEPT, OVERRIDE_CLOSE, CLOSE),
                    new Transition(FILE, TO_DISPATCH, DISPATCH),
                    new Transition(FILE, OVERRIDE_CLOSE, CLOSE),
                    new Transition(DISPATCH, TAKE, HANDLE),
                    new Transition(DISPATCH, RETURN, FILE),
                    new Transition(DISPATCH, OVERRIDE_CLOSE, CLOSE),
                    new Transition(HANDLE, HANDLED, VERIFY),
                    new Transition(HANDLE, RETURN, DISPATCH),
                    new Transition(HANDLE, OVERRIDE_CLOSE, CLOSE),
                    new Transition(VERIFY, TO_CLOSE, CLOSE),
                    new Transition(VERIFY, RETURN, HANDLE),
                    new Transition(VERIFY, OVERRIDE_CLOSE, CLOSE),
                    new Transition(CLOSE, REOPEN, DISPATCH)));

    private CityCase() {}
}
