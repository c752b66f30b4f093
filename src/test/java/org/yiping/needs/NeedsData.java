package org.yiping.needs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// Put on a test that reads real data: the named folder inside the data folder must be there.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsData.Condition.class)
public @interface NeedsData {
    /// Folder inside the data folder, such as `cases-boston-2015`.
    String value();

    /// Asked by JUnit before the class and before each method.
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), NeedsData.class)
                    .map(need -> Need.judge(
                            Files.isDirectory(DataFolder.of(need.value())),
                            "the folder " + need.value() + " in YIPING_DATA",
                            Need.inCi()))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("no data needed here"));
        }
    }
}
