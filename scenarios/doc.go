// Package scenarios is the scenario language: the Markdown that trainers write becomes a [Pack], or every
// problem in it at file, line and column.
//
//	pack, problems := scenarios.Load(os.DirFS("my-pack"))
//	for _, p := range problems {
//		fmt.Println(p.Pos, p.Code, p.Message)
//	}
//	sc := pack.Scenarios["phone-broken-plates"]
//
// Reading happens in three passes: Markdown to a section tree with positions, the tree to the model by the
// keyword tables of five languages, and the checks that need the whole pack. The package is pure: files come as
// [io/fs.FS], nothing is executed, no clock and no chance is used. What needs to hear a reply (whether an example is
// recognised) is not here but in grading/prove.
//
// A translation lays the texts of its file over a second copy of its original, block by block; the translated scenario is then
// resolved, checked and played like any other. [Compare] says what an edit does to results that exist already.
//
// Contract of a Pack without errors: every [Ref] is resolved, so its Name equals, byte for byte, the Name of the
// thing it names; every scenario's Persona, World, Rubric and phrases are filled in.
package scenarios
