package org.npp.sed;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import org.npp.core.PhysicalConstants;

class ArchitectureTest {
    private static final JavaClasses SED = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.npp.sed");

    @Test
    void sedKnowsOfTheCoreOnlyItsTransportLawsAndConstants() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "org.npp.sed..",
                                "org.npp.core.transport",
                                "org.apache.commons..",
                                "org.jspecify..",
                                "java..")
                        .or(type(PhysicalConstants.class)))
                .check(SED);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.npp.(**)").should().beFreeOfCycles().check(SED);
    }

    @Test
    void noPublicSignatureShowsAThirdPartysType() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areNotPrivate()
                .should(showOnlyOwnTypes())
                .check(SED);
    }

    @Test
    void implementationsAreFinal() {
        classes()
                .that(not(resideInAnyPackage("java..")))
                .and()
                .areNotInterfaces()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(SED);
    }

    private static ArchCondition<JavaMethod> showOnlyOwnTypes() {
        return new ArchCondition<>("show only types of java and org.npp") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                for (JavaClass shown : method.getAllInvolvedRawTypes()) {
                    final String name = shown.getBaseComponentType().getName();
                    final boolean own = shown.getBaseComponentType().isPrimitive()
                            || name.startsWith("java.")
                            || name.startsWith("org.npp.");
                    events.add(new SimpleConditionEvent(method, own, method.getFullName() + " shows " + name));
                }
            }
        };
    }
}
