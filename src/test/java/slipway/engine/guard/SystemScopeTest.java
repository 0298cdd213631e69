package slipway.engine.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import slipway.engine.SystemScope;

class SystemScopeTest {

    @Test
    void what_people_reach_does_not_enter_the_system_scope() {
        noClasses()
                .that()
                .resideInAnyPackage("slipway..process..", "slipway..web..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SystemScope.class)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("slipway"));
    }
}
