package org.chengshu.app;

import org.chengshu.app.cli.Verbs;

/** Where the program starts: hands the words of the command line to their verb and ends with its exit code. */
public final class Chengshu {
    private Chengshu() {}

    public static void main(String[] words) {
        int code = Verbs.run(words);
        if (code != 0) {
            System.exit(code);
        }
    }
}
