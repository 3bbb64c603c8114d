package org.chengshu.core.jobs.internal.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.internal.run.JobReader;

record JobPage(@JsonUnwrapped JobView job, List<JobReader.JobAttempt> history) {}
