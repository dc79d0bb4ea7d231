package org.npp.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;

/** The rooms of the house and the arrows between them. */
@AnalyzeClasses(packages = "org.npp.core", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] ROOMS = {
        "..core.boundary..",
        "..core.ensemble..",
        "..core.flux..",
        "..core.impedance..",
        "..core.linear..",
        "..core.mesh..",
        "..core.sensitivity..",
        "..core.time..",
        "..core.transport.."
    };

    @ArchTest
    static final ArchRule roomsKnowNoOtherRoom = slices().matching(
                    "org.npp.core.(boundary|ensemble|flux|impedance|linear|mesh|sensitivity|time|transport)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule roomsKnowNeitherTheMachineryNorTheDoor = noClasses()
            .that()
            .resideInAnyPackage(ROOMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.npp.core", "org.npp.core.internal..", "org.npp.core.exact..");

    @ArchTest
    static final ArchRule theMachineryKnowsNoDoor = noClasses()
            .that()
            .resideInAPackage("org.npp.core.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.npp.core", "org.npp.core.exact..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("org.npp.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule coreKnowsNoOtherModule = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.npp.core..", "org.jspecify..", "org.ejml..", "org.apache.commons.math3..");

    @ArchTest
    static final ArchRule publicSignaturesHaveNoForeignTypes = methods()
            .that()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .haveModifier(JavaModifier.PUBLIC)
            .should(useOnlyOwnTypes());

    @ArchTest
    static final ArchRule mainCodePrintsNothing = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule implementationIsNotInherited = classes()
            .that()
            .arePublic()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .should()
            .haveModifier(JavaModifier.FINAL);

    private static ArchCondition<JavaMethod> useOnlyOwnTypes() {
        return new ArchCondition<>("use only types of the JDK and npp") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                final List<JavaClass> types = new ArrayList<>(method.getRawParameterTypes());
                types.add(method.getRawReturnType());
                for (final JavaClass type : types) {
                    final JavaClass base = type.getBaseComponentType();
                    final boolean own = base.isPrimitive()
                            || base.getPackageName().startsWith("java.")
                            || base.getPackageName().startsWith("org.npp.core");
                    if (!own) {
                        events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " uses " + type.getName()));
                    }
                }
            }
        };
    }
}
