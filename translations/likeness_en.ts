<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CliText</name>
    <message>
        <source>Case %1 was created in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offence: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requester: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence %1: %2, SHA-256 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search %1 in %2, candidates: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conclusion on portrait %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a case in a new folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lawful purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a case holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished work was found: %1 (%2). What was recorded before is kept; please do the rest again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is open for reading only: %1 is working on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: added as %2, SHA-256 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence of a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take pictures in, unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 px between the eyes, %3, at %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the faces of a picture, by confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side in pixels of the smallest face to look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery &quot;%1&quot; was created in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persons: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portraits: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates of this engine: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portraits past their retention date: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portraits without a legal basis: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Galleries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a gallery in a new folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol portraits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures, and folders of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List with the columns file, person, source, taken, legal_basis, retain_until; files are relative to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is shown when no list says: the file&apos;s name before a last _NNNN, or its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a gallery holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likeness on the command line: facial comparison that gives leads, never identifications.
With --json the facts go to standard output as one JSON object; messages always go to standard error.
Boxes, regions and eyes are fractions from 0 to 1 of the upright picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit codes: 0 done; 1 refused or failed; 2 wrong usage; 3 some files failed, the others are done.
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts as JSON on standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in %1 and, for programs, in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the case report as PDF, with JSON beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File to write, ending in .pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of a gallery that was searched, when this workstation did not open it lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>face %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search %1, candidates: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, distance %3, portrait %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search a gallery for a face of the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the evidence item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which found face, from 0 by confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A box drawn by hand, instead of a found face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle of the two eye openings, left in the picture first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the candidate list, at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit entries: %1, the last with SHA-256 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The values given for &quot;%1&quot; make no sense. Nothing was changed. Please correct them and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules do not allow this for &quot;%1&quot;. Nothing was changed. The details name the rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not there. Nothing was changed. Please check the name and where it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something at &quot;%1&quot; already. It was left as it is. Please choose another place, or open what is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is open for reading only, so nothing was changed. Somebody else may be working on it, or the folder may be protected. Please open it again when it is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work on &quot;%1&quot; was cancelled. What was finished before is kept; nothing is kept of the unfinished step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be read. It may be missing, a folder, or not permitted to you. Nothing was kept of it. Please check that it is there and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a JPEG, PNG, TIFF, WebP or BMP picture by its content. Nothing was kept of it. Please export it as one of these from the program it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is damaged: it is incomplete or contradicts itself. Nothing was kept of it, and the original was not touched. Please get a fresh copy from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is larger than Likeness reads. Nothing was kept of it. The details name the limit; a smaller export will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; changed since it was added (SHA-256 differs). It was not opened, and the change is on record. Please compare with the original and add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored file &quot;%1&quot; is gone. Its record is kept. Please restore the folder from a backup, or add the original again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face engine&apos;s model &quot;%1&quot; is missing, so faces cannot be found or searched. Everything recorded is kept. Please run the installer again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face engine&apos;s model &quot;%1&quot; is not the one Likeness was made with (SHA-256 differs). It was not used, and everything recorded is kept. Please run the installer again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work on &quot;%1&quot; failed inside one of the program&apos;s engines. Nothing was recorded of this step. Please try again; if it stays, the details help whoever looks after the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of &quot;%1&quot; could not be read or written. The last step was not kept; everything before it is. Please check the disk, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to &quot;%1&quot; just now. The last step was not kept. Please try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was made by a newer Likeness. It was not opened and not changed. Please update this workstation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a Likeness case or gallery. It was not changed. Please choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of &quot;%1&quot; is damaged. It was not opened for writing. Please restore it from a backup; the stored pictures are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit record of &quot;%1&quot; does not hold: an entry was removed, changed or reordered. Nothing was changed. Please keep the folder as it is and tell your auditor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left to write &quot;%1&quot;. The last step was not kept; everything before it is. Please free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be written. The last step was not kept; everything before it is. Please check the folder&apos;s permissions and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameText</name>
    <message>
        <source>Enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality too low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolled before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suitable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsuitable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support for same source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support for different source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not suitable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligned by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligned automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eyes are close together in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face is out of focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face has little contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may not be a face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face is turned away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The light is poor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face is cut off by the picture&apos;s border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence viewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence found changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces looked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates viewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conclusion noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait enrolled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolment finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished work found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record upgraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolling portraits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching a gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INVESTIGATIVE LEAD ONLY - NOT AN IDENTIFICATION, NOT PROBABLE CAUSE FOR ARREST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TRAINING - NOT FOR CASEWORK</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Facial comparison that gives leads, never identifications.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the case in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the sample case, a training exercise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays the sample case without a display, from the first start to the report, and prints where the report and a picture of every page are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes pictures of every page and its empty state, light and dark, in two sizes, and prints where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the window, for this time: en or pseudo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample case could not be played to its end: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every picture could be written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PromptsText</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RuleText</name>
    <message>
        <source>Please enter the case number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter the offence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter the lawful purpose of the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please enter who asks for the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case number looks like a placeholder. Please enter the real one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offence looks like a placeholder. Please enter the real one, in words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The purpose looks like a placeholder. Please say in words why a search is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The requester looks like a placeholder. Please enter the person&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is open for reading only. Please open it again when it is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose a face or a drawn region as the probe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probe&apos;s quality is unsuitable for a search. Please choose a better picture of the same person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose a gallery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gallery holds no portrait that this engine can compare. Please enrol some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face engine&apos;s models are missing or wrong. Please run the installer again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list length must be from 1 to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please give the reason in a few words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such search yet. Please search first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>The database %1 is damaged: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables of %1 are not as Likeness makes them: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit chain does not hold at entry %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of the audit chain cannot be checked, because of the file %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence file %1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The portrait file %1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence file %1 was changed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The portrait file %1 was changed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of the file %1 states another size: %2 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is recorded, but no audit entry says that it was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit chain says that the file %1 was taken in, but its record is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 lies among the recorded files, but nothing records it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: the head file stands at entry %1. The program was cut off after a later entry; opening the folder for writing puts this right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: the copy %1 was not finished. It is no part of the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: the file %1 was copied in and never recorded. It is no part of the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: the operation %1 (%2) was begun and not finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: it is open now by %1. What is checked is its state at this moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence files that have the SHA-256 of their record: %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait files that have the SHA-256 of their record: %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit entries, unbroken from the first to the last: %1. The last one has the hash %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is as recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is not as recorded. Keep the folder as it is, and compare it with a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no case and no gallery in the folder %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 was not made by Likeness.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 was made by a newer Likeness. Use its own program to check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database %1 is being written to just now. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for a temporary copy of the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder cannot be checked: %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: %1 [--json] FOLDER

Checks a case or gallery folder and changes nothing in it: the database and its tables,
the SHA-256 of every evidence or portrait file, missing and additional files, the audit
chain, and its head file.

  --json     write the result as one JSON object
  --help     show this text
  --version  show the version

Exit code: 0 when everything is as recorded, 1 when something is not, 2 when the folder
cannot be checked or the command is wrong.
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::common::ManualReader</name>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::common::MessageBar</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the message away (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the message away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::common::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::jobs::JobPanel</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::models::AuditModel</name>
    <message>
        <source>%1 (%2) by %3 on %4
Entry hash %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::models::CandidateModel</name>
    <message>
        <source>Euclidean distance between two templates. Smaller means that the engine finds the two faces more alike. It is not a probability, and says nothing about how many other people are as close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::models::EvidenceModel</name>
    <message>
        <source>File is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
SHA-256 %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::models::FaceModel</name>
    <message>
        <source>Drawn region %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used as probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px between the eyes in the original picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eye to eye</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::models::GalleryModel</name>
    <message>
        <source>Counting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n portrait(s)</source>
        <translation>
            <numerusform>%n portrait</numerusform>
            <numerusform>%n portraits</numerusform>
        </translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::models::OutcomeModel</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::models::PortraitModel</name>
    <message>
        <source>%1 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eye to eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::models::Workspace</name>
    <message>
        <source>Creating the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the sample case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is open for reading only, because %1 has it open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some work was cut off when the case was last open. The Case page lists it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the galleries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting the galleries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::pages::AlignmentPreview</name>
    <message>
        <source>Aligning the face</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::pages::AuditPage</name>
    <message>
        <source>Read what was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only what was done, by whom, about what …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the entries (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter shows the whole entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workstation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry %1: %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash of the entry before %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit entry %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain is being checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n entries, newest first.</source>
        <translation>
            <numerusform>%n entry, newest first.</numerusform>
            <numerusform>%n entries, newest first.</numerusform>
        </translation>
    </message>
    <message>
        <source>The chain has not been checked since this page was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain holds. Head: entry %1, hash %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain held up to entry %1, and has grown since.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::pages::CandidatesPage</name>
    <message>
        <source>Look through the candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A candidate is a lead, never an identification.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The searches of this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait of the chosen candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why is it set aside?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: the ears differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sets aside, Escape leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n candidate(s)</source>
        <translation>
            <numerusform>%1, %2, %n candidate</numerusform>
            <numerusform>%1, %2, %n candidates</numerusform>
        </translation>
    </message>
    <message>
        <source>Candidates come from a search, and a search belongs to a case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no search for this probe yet. Its candidates will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search found no candidate. That is an answer, and it stands in the report: nobody in %1 was listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a candidate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 persons in %3, searched %4. Smaller distances come first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gallery has changed since this search. Search again to include what is new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (X)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concluded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set aside %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::pages::CasePage</name>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All work in Likeness belongs to a case, with a number, an offence, a lawful purpose and somebody who asks for it. Everything stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training exercise about a found umbrella, with persons P1 to P9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts an empty case in a folder of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on with a case that is on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases opened lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case &amp;number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example 2026-0142</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Offence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the case is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lawful &amp;purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why a search is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who asks for the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the case folder is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back without creating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is being opened. The jobs panel says how far it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is everything unchanged?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hashes every evidence file again and follows the audit chain to its head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the chosen case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the case is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case will be in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lawful purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conclusions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is open for reading only, because %1 has it open. You can look at everything and change nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2), begun %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was cut off when the program last ended, and can be done again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a case folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n evidence file(s) are unchanged.</source>
        <translation>
            <numerusform>The %n evidence file is unchanged.</numerusform>
            <numerusform>All %n evidence files are unchanged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The audit chain holds: %n entries, head %1.</source>
        <translation>
            <numerusform>The audit chain holds: %n entry, head %1.</numerusform>
            <numerusform>The audit chain holds: %n entries, head %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::pages::ComparePage</name>
    <message>
        <source>Compare the two faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note the conclusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the conclusion rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gallery of this search is not open here. Open it on the Galleries page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the two pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two faces are compared inside a case. Open or create one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a candidate to compare with the probe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a candidate first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A conclusion needs both pictures in view.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the four conclusions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::pages::EvidencePage</name>
    <message>
        <source>Add pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose pictures to take in as evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the drawn region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the face to search for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys choose a face, 1 to 9 choose one by its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The aligned face as the engine reads it, 150 by 150 pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Taking in %n file(s)</source>
        <translation>
            <numerusform>Taking in %n file</numerusform>
            <numerusform>Taking in %n files</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken in, SHA-256 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n file(s) were taken in.</source>
        <translation>
            <numerusform>The %n file was taken in.</numerusform>
            <numerusform>All %n files were taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n file(s) were refused.</source>
        <translation>
            <numerusform>%1 of %n file was refused.</numerusform>
            <numerusform>%1 of %n files were refused.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px eye to eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw a region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove a region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for faces …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) found. Draw a box (B) around a face that is not listed.</source>
        <translation>
            <numerusform>%n face found. Draw a box (B) around a face that is not listed.</numerusform>
            <numerusform>%n faces found. Draw a box (B) around a face that is not listed.</numerusform>
        </translation>
    </message>
    <message>
        <source>No face found. If you see one, draw a box (B) around it and place its eyes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence belongs to a case. Open or create one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case holds no evidence, and it is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence comes in here: drop pictures on this page, or choose them. Each file is copied into the case and hashed, and its bytes never change again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add or choose a picture first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces are being looked for. You can draw a box (B) meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a face, or draw a box (B) around one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probe is being made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::pages::GalleriesPage</name>
    <message>
        <source>Keep the galleries in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a gallery folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol from a CSV list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a CSV list of portraits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop enrolling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of portraits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Galleries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gallery is open for reading only: it can be searched, and nobody can be enrolled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portraits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the gallery called?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the gallery folder is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolling into %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stopped. The %n file(s) listed here are done; the same folder again goes on where it stopped.</source>
        <translation>
            <numerusform>Stopped. The %n file listed here is done; the same folder again goes on where it stopped.</numerusform>
            <numerusform>Stopped. The %n files listed here are done; the same folder again goes on where it stopped.</numerusform>
        </translation>
    </message>
    <message>
        <source>There was no file to enrol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gallery holds the portraits that probes are compared with. Make one, then enrol portraits from a folder or a CSV list. The sample case brings a gallery of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make or open a gallery first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a gallery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portraits are being enrolled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This gallery is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to be searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a legal basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept longer than agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrolled as %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::pages::OutcomePanel</name>
    <message>
        <source>Put the list away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of each file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::pages::ProbePanel</name>
    <message>
        <source>The probe in the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The aligned face as the engine reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eye to eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found by the engine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::pages::ReportPage</name>
    <message>
        <source>The case holds no evidence yet. The report would say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face was chosen as a probe yet. The report would only list the evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no search yet. The report would contain no candidate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conclusion was noted yet. The report would list candidates that nobody compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One search or more has candidates without any conclusion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the case report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export PDF and JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it will contain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every search stands in it with its whole list, also what was set aside. In the pictures everybody but the chosen face is made unrecognisable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the report says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report is about a case. Open or create one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searches without a candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conclusions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lawful purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persons compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the report is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF %1
JSON %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::pages::SearchPage</name>
    <message>
        <source>Search a gallery for the probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where and how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many persons the list holds at most. Long lists measurably tire those who read them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List &amp;length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None. Every portrait of the gallery is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a search needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the face engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n portrait(s))</source>
        <translation>
            <numerusform>%1 (%n portrait)</numerusform>
            <numerusform>%1 (%n portraits)</numerusform>
        </translation>
    </message>
    <message>
        <source>A search belongs to a case. Open or create one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search needs a probe: one face in one picture. Choose it on the Evidence page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is open for writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models are in place and unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A face was chosen, and its quality allows a search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n portrait(s) can be compared.</source>
        <translation>
            <numerusform>%n portrait can be compared.</numerusform>
            <numerusform>%n portraits can be compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n person(s) are listed.</source>
        <translation>
            <numerusform>At most %n person is listed.</numerusform>
            <numerusform>At most %n persons are listed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::settings::SettingsPage</name>
    <message>
        <source>Set up this workstation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer words, for reviewers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when Likeness is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smallest face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The side of the smallest face that is looked for. Smaller takes longer: half the side, four times as long. It stands in the record of every picture that is looked at from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finder, SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eye points, SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describer, SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check the weights again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where things are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models and samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workstation&apos;s record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Likeness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later. Likeness comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences of the parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likeness is made with Qt (LGPL 3), OpenCV (Apache 2.0), dlib (Boost 1.0), SQLite (public domain), Exiv2 (GPL 2 or later) and tl::expected (CC0). The weights of the face engine are dedicated to the public domain by their author. The icons are Lucide&apos;s, under this licence:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the face engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready: the weights are the ones this version expects.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::viewer::ComparisonView</name>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture over the other, with a divider; otherwise side by side (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom, move and turn both pictures together (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth what is larger than 100%, for viewing only (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100%: one picture pixel per screen pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn left by one degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn right by one degree</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::viewer::PictureViewer</name>
    <message>
        <source>%1%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixel %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned %1°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothed for viewing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 by %3 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: none. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) on the picture.</source>
        <translation>
            <numerusform>%n box on the picture.</numerusform>
            <numerusform>%n boxes on the picture.</numerusform>
        </translation>
    </message>
    <message>
        <source>Box %1 is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A box is in the middle. Arrow keys move it, Shift and arrow keys size it, Enter accepts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eye at the right of the picture. Arrow keys move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The eye at the left of the picture. Arrow keys move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in, zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100%: one picture pixel per screen pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn by one degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn by 90 degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the box tool: put a box in the middle, then accept it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the box tool: move the box; with Shift, size it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the eyes tool: go to the other eye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the eyes tool: move the eye by one pixel; with Shift, by five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the tool</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::viewer::ViewerToolBar</name>
    <message>
        <source>Move the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a box around a face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place the eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100%: one picture pixel per screen pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth what is larger than 100%, for viewing only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::viewer::WipeDivider</name>
    <message>
        <source>Divider between the two pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag, or move with the arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::window::ContextStrip</name>
    <message>
        <source>Where you are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No probe is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No search is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No candidate is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: %n candidate(s)</source>
        <translation>
            <numerusform>%1, %2: %n candidate</numerusform>
            <numerusform>%1, %2: %n candidates</numerusform>
        </translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::window::Header</name>
    <message>
        <source>%1, training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LEAD ONLY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1 - %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::window::MainWindow</name>
    <message>
        <source>Case %1 - Likeness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Galleries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose probe, search or candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the work in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the message away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likeness closes as soon as the work in progress has stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>likeness::window::Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Audit chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the last one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that is done in a case is an entry in its audit chain, and each entry holds the hash of the one before. To check the evidence and the chain, run the program likeness-verify with the case folder, on any computer. It names every file that changed and every entry that was removed, changed or moved. Entry number %1 must have the hash above; the entries after it, that of this export among them, came later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence %1, the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe %1, the face&apos;s pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search %1, the gallery snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to hash in this case yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engines and models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code that ran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face finder, SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face points, SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face describer, SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata as found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long values end in three dots here; the report&apos;s JSON file holds them in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A face in the evidence that a person chose for searching.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery, portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The collection of known persons that was searched, and one photograph in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person of the gallery whose portrait is near the probe: a lead, never an identification.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template, distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine&apos;s description of a face as 128 numbers, and how far apart two of them are. A distance is not a probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check number of a file: it changes as soon as a single bit of the file does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by %1: place, date, signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed by: name, place, date, signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the picture or its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appendix: how to check this report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facial comparison report, case %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probe %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait of %1, at rank %2, distance %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of %2; this one counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of %2; a later one replaced it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted on %1 by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No note was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examinations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No candidate was examined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An examiner compared each of these candidates with the probe. A conclusion is one of: support for same source, inconclusive, support for different source, not suitable for comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A candidate that is in no list of this case: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search %1, rank %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asked for this work in case %2. Offence: %3. Purpose: %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No search was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search %1 compared probe %2 with the gallery &quot;%3&quot; (persons: %4, portraits: %5) on %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It listed no candidate. That is a result, and it is reported like any other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates listed: %1; nearest distance: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examined: %1, at rank %2 of search %3. Conclusion: %4. It is a lead only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that were taken into the case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces that a person chose and made ready for searching.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that were made, whatever they listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searches without a candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searches that listed nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In all searches together; a person may be listed in several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay in the lists, with the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conclusions that were noted, earlier versions included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that this report should show and cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facial comparison report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no user accounts behind this report: the names in it are those of the computer&apos;s users. It is an exercise and must not be used in casework.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A candidate is a person in a gallery who looks like the person in a picture. Other people look like that person, too. Nobody may be arrested, charged or named on the strength of this report alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (local time %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likeness %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the pictures of this report everything outside the chosen face is pixelated, so that bystanders cannot be recognised. The unchanged files stay in the case folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No evidence was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each file was copied into the case unchanged. Its SHA-256 is worked out again whenever it is opened; a file that changed is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name, kind and SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added when, by whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence, pixelated outside the chosen region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face as the engine read it: turned, scaled and cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person drew the region by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program found the face; a person chose it. The finder&apos;s own figure is %1; it is no probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance between the eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pixels of the original picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus %1; contrast %2; plausibility %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the face&apos;s pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face was chosen as a probe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions that were marked and not made into a probe: %1. They were not searched, and no template of them exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INVESTIGATIVE LEAD ONLY - NOT AN IDENTIFICATION, NOT PROBABLE CAUSE FOR ARREST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TRAINING - NOT FOR CASEWORK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set aside on %1 by %2. Reason: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back into the list on %1 by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examined. Conclusion: %1. It is a lead only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The distance says how far apart the engine&apos;s descriptions of two faces are: 0 for the same picture, more for less alike. It is not a probability, and it does not say how likely it is that two pictures show the same person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person&apos;s reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the portrait, and what was decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank %1, distance %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No portrait of this list is shown in this report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search %1: probe %2 in the gallery &quot;%3&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Persons: %2; portraits: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery snapshot, SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list holds the nearest persons, %1 at most, each with the nearest portrait. The search was exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No candidate was listed. That is a result, and it is reported like any other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence that is not in this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture was not put into the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left %1 %, top %2 %, width %3 %, height %4 % of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left eye at %1 %, %2 %; right eye at %3 %, %4 % of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support for same source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inconclusive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support for different source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not suitable for comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suitable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsuitable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face is small: few pixels lie between the eyes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face is out of focus or blurred by movement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face shows little contrast between light and dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face finder is not sure that this is a face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason given by the engine: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand: a person placed the points on the eyes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic: the program placed the points on the face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file changed since it was added: its SHA-256 differs. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no longer where the record says it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gallery or the picture was not at hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is of a kind that is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is over the size limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule does not allow this picture to be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The face engine could not make this picture again from the evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be prepared.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
