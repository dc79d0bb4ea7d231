package org.npp.onsager;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

@AnalyzeClasses(packages = "org.npp.onsager", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule nothingButEjmlIsUsed = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.ejml..", "org.jspecify..", "org.npp.onsager..");

    @ArchTest
    static final ArchRule publicClassesAreFinal =
            classes().that().arePublic().and().areNotInterfaces().should().haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule theMatrixKnowsNoModelAndNoOtherForm = classes()
            .that()
            .resideInAPackage("org.npp.onsager")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.ejml..", "org.jspecify..", "org.npp.onsager", "org.npp.onsager.internal");

    @ArchTest
    static final ArchRule arrowsBetweenRoomsRunOneWay =
            slices().matching("org.npp.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule modelsAndSimulationsDoNotKnowEachOther = noClasses()
            .that()
            .resideInAnyPackage("org.npp.onsager.model", "org.npp.onsager.form", "org.npp.onsager.md")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.npp.onsager.profile");

    @ArchTest
    static final ArchRule classesFormNoCycles = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                    return javaClass.getPackageName().startsWith("org.npp.onsager")
                            ? SliceIdentifier.of(javaClass.getName())
                            : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                    return "classes";
                }
            })
            .should()
            .beFreeOfCycles();
}
