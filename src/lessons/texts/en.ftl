### The lessons in English. Words in ** are what the page has on its buttons; words in ` are code.

## The panel itself

panel = Lesson
    .learn = Learn
    .number = Lesson { $number } of { $count }
    .hide = Hide the lesson
    .hint = Hint
    .copy = Copy the line
    .show = Show me
    .busy = Wait until it is done.
    .next-shown = Show me the next
    .skip = Skip
    .again = Do this again
    .go = Go to this step
    .done = Done
    .skipped = Skipped
    .now = Now
    .ahead = Still to come
    .begin-next = Begin the next lesson
    .over = Start this lesson over
    .over-done = The lesson begins anew. What you had done in it no longer counts.
    .setup = This lesson needs a function to begin with, and none of yours is at that point. It can make one for you.
    .make = Make the function
    .sent = Sent: { $request }
    .all = All lessons and your progress
    .reset =
        { $changes ->
            [0] Nothing has changed since this step began. It will just be open again.
            [one] This takes back the one change made since this step began.
           *[other] This takes back the { $changes } changes made since this step began.
        }
    .reset-others =
        { $steps ->
            [one] One later step will be open again too.
           *[other] { $steps } later steps will be open again too.
        }
    .reset-lessons = Steps of other lessons about this function will be open again too: { $lessons }.
    .reset-functions = What you did since then to other functions goes with it: { $functions }.
    .reset-done =
        { $changes ->
            [one] One change was taken back.
           *[other] { $changes } changes were taken back.
        }
panel-predict = This is my guess
    .least = At least
    .most = At most
    .refused = Give two whole numbers from 0 to { $invocations }, the smaller one first.
panel-guess = Your guess
    .numbers = { $least } to { $most }
panel-normal = Normal range
    .numbers = { $least } to { $most }
panel-got = What came
    .numbers = { $least }
panel-verdict-good = You were right, with a range about as wide as chance needs.
panel-verdict-wide = You were right, but you gave chance more room than it needs.
panel-verdict-narrow = Chance moves things more than you thought. In 19 of 20 runs the number is in the normal range.
panel-verdict-off = It came out another way. In 19 of 20 runs the number is in the normal range.

learn = Lessons
    .language = Language
    .state = State
    .not-begun = Not begun
    .begun = Begun
    .complete = Complete
    .over-with-skips = Over, with steps skipped
    .act = Go there
    .open = Open lesson { $number }
    .code = Completion code
    .locked = You follow a teacher's link, so steps come in their order.
    .unlock = Go on without that link
learn-proof = What you have done
    .empty = Nothing yet. What you do in the lessons is listed here, with a code that you can give to a teacher.
    .text = Type your name, and give the code of a lesson to your teacher. The exported file holds the history of all changes as proof.
    .name = Your name
    .nameless = The code shows up here once you have typed your name.
    .export = Export as a file
learn-teacher = For teachers
    .text = A link opens one lesson. With a seed, everybody who follows it gets the same random draws.
    .seed = Seed for the class
    .start = Learners begin with
    .start-lesson = An empty playground with what the lesson needs
    .start-mine = Whatever they have
    .start-state = What is in this playground now
    .steps = Steps
    .steps-free = In any order
    .steps-locked = In their order, none skipped
    .link = Link
learn-check = Check a completion code
    .name = Learner's name
    .seed = Seed of the link
    .check = Check
    .right = { $lesson }: { $done } done, { $skipped } skipped, { $open } open. The code fits the name and the seed.
    .mistyped = This code is mistyped: a character is wrong, missing or too many.
    .other-release = This code is of another release of the playground.
    .other-name = This code is sound, but it was made for another name.
    .other-seed = This code is sound, but it was made with another seed.
    .other-name-and-seed = This code is sound, but it was made for another name and with another seed.
learn-link = A lesson for you
    .start-mine = It begins with the functions you have here.
    .start-lesson = It begins with an empty playground, and takes away the functions you have here. Export them first if you want to keep them.
    .start-state = It begins with what your teacher made, and takes away the functions you have here. Export them first if you want to keep them.
    .seed = The seed is { $seed }: everybody with this link gets the same random draws.
    .locked = The steps come in their order, and none can be skipped.
    .begin = Begin
    .leave = Not now
    .broken = Ask for the link once more: a part of it may be missing.

## The lessons

create = Create, deploy, test
    .goal = Get a function of your own to run.
    .learned = You wrote a function, deployed it and saw its answer. What you edit runs only after **Deploy**.

create-function = Create a function
    .text =
        Press **Create function**. Name it `{ $function }`, and choose `Python 3.8`, as many real functions still use it. Leave the rest as it is.
    .hint-1 = It is the blue button under "No functions". Once you have a function, it is at the top right.
    .hint-2 = Type `{ $function }` as the name, and press **Create function** in the dialog.
    .seen = `{ $function }` is there. It has one form so far, called `$LATEST`.

deploy-code = Change what it says
    .text =
        On the **Code** tab, have the handler return "this is version one." Then press **Deploy**. Until you deploy, Lambda runs the old code.
    .hint-1 = The handler is the function `lambda_handler`. What it returns is what callers get.
    .hint-2 = Write `return "this is version one."` in place of the old `return`, with four spaces before it. Then press **Deploy**.
    .seen = The new code is what `$LATEST` runs from now on.

save-event = Save a test event
    .text =
        A function runs when an event comes in. On the **Test** tab there is one to start with. Give it a name, such as `first`, and press **Save event**.
    .hint-1 = The name goes in the box **Event name**.
    .hint-2 = Type `first` in **Event name**, and press **Save event** beside it.
    .seen = The event is kept, so you can send the same one again and again.

test-function = Test it
    .text =
        Press **Test**. Lambda starts a place for your code to run in, hands it the event, and shows what it returns.
    .hint-1 = The button is on the **Test** tab, under the event.
    .hint-2 = If you see another text, go back to the **Code** tab, look for a warning there, and press **Deploy**.
    .seen = Look at **Init duration** in the result. The first call had to start Python; the next one will not.

versions = Two versions
    .goal = Freeze what works, then go on changing things.
    .learned = A version never changes. `$LATEST` is the only one that does. Both can run side by side.

publish-first = Publish version 1
    .text =
        Your code works, so keep it. Open **Actions**, choose **Publish new version**, and publish it. A note such as `first` helps you later.
    .hint-1 = **Actions** is beside the name of the function.
    .hint-2 = Open **Actions**, choose **Publish new version**, then press **Publish**.
    .seen = Version { $first } is a copy of your code and settings. Nobody can change it any more, not even you.

test-first = Test the version
    .text =
        Choose version { $first } as the **Qualifier**, then press **Test**. Look at the **Code** tab as well: you can read it, but not edit it.
    .hint-1 = **Qualifier** is the box above the tabs. It says which version you look at.
    .hint-2 = Choose **Version { $first }** in **Qualifier**, open the **Test** tab, and press **Test**.
    .seen = The result names version { $first } as the one that ran.

deploy-second = Change the code
    .text =
        Choose `$LATEST` as the **Qualifier** again. Have the handler return "this is version two." and press **Deploy**.
    .hint-1 = Only `$LATEST` can be edited. The **Code** tab says so if you look at a version.
    .hint-2 = Choose `$LATEST` in **Qualifier**, open **Code**, write `return "this is version two."`, and press **Deploy**.
    .seen = `$LATEST` has moved on. Has version { $first } moved with it?

test-latest-and-first = Compare the two
    .text =
        Test `$LATEST`, then test version { $first } once more. Before you do: what will each of them say?
    .hint-1 = Choose each in **Qualifier**, and press **Test** for each.
    .hint-2 = Choose `$LATEST` and press **Test**. Choose **Version { $first }** and press **Test**.
    .seen = `$LATEST` says two, version { $first } still says one. That is what immutable means.

publish-second = Publish version 2
    .text =
        Publish once more. Lambda counts on: this becomes version { $second }.
    .hint-1 = It goes as it went before, under **Actions**.
    .hint-2 = Open **Actions**, choose **Publish new version**, and press **Publish**.
    .seen = Now there are two versions to choose from, and each will be there for as long as you keep it.

aliases = Names that stay
    .goal = Give callers a name that stays the same while versions come and go.
    .learned = Callers use a name, and you decide what is behind it. An ARN that ends in a name is qualified. One without means `$LATEST`.

create-dev = An alias for those who write code
    .text = Callers should not have to know numbers. Open the **Aliases** tab and press **Create alias**. Call it `dev`, choose `$LATEST` as the **Version**, and press **Save**.
    .hint-1 = You find **Create alias** on the **Aliases** tab, and under **Actions** too.
    .hint-2 = Type `dev` in **Name**, choose `$LATEST` in **Version**, leave **Additional version** at **None**, and press **Save**.
    .seen = `dev` leads to `$LATEST`, so whatever you deploy is there at once.

create-test = An alias for those who test
    .text = Testers need code that holds still. Press **Create alias** again. Call this one `test`, and have it point at version { $second }.
    .hint-1 = It goes as it went for `dev`, with another name and another version.
    .hint-2 = Type `test` in **Name**, choose { $second } in **Version**, and press **Save**.
    .seen = You can go on changing `$LATEST`. Whoever calls `test` will not notice.

create-prod = An alias for everybody else
    .text = Your users should get what has proved itself. Press **Create alias** once more. Call it `prod`, and have it point at version { $first }.
    .hint-1 = Version { $first } is the older one. Choose it in **Version**.
    .hint-2 = Type `prod` in **Name**, choose { $first } in **Version**, and press **Save**.
    .seen = Now there are three names, and each leads to code of its own.

test-aliases = Call each by its name
    .text = Choose `dev` as the **Qualifier**, open the **Test** tab, and press **Test**. Do the same with `test` and with `prod`. Before each one: what will it say?
    .hint-1 = **Qualifier** lists the aliases along with the versions.
    .hint-2 = Choose each of `dev`, `test` and `prod` in **Qualifier**, and press **Test** for each.
    .seen = One function, three answers. If you move an alias, its callers get other code and do not have to change a thing.

compare-arns = With and without a name
    .text = Choose `$LATEST` and look at the ARN above the tabs: it ends with the function's name. Press **Test**. Then choose `prod`: now the ARN ends in `:prod`. Press **Test** again, and compare the answers.
    .hint-1 = The ARN is beside **Qualifier**. It changes with what you choose there.
    .hint-2 = Choose `$LATEST` in **Qualifier** and press **Test**. Choose `prod` and press **Test**.
    .seen = An ARN without a name at its end is unqualified: it means `$LATEST`, whatever that is today. One that ends in `:prod` is qualified, and holds still while you work.

weights = Half and half
    .goal = Share the calls between two versions, and see what chance does.
    .learned = A weight is the chance of each single call. Nothing is counted and nobody takes turns, so a share of 50 % gives 50 of 100 only now and then.

share-prod = Share prod between two versions
    .text = On the **Aliases** tab, press **Edit** beside `prod`. Keep version { $first } as the **Version**. Choose { $second } as the **Additional version**, type 50 in **Weight (%)**, and press **Save**.
    .hint-1 = The weight is the share of the additional version. The other one gets the rest.
    .hint-2 = Press **Edit** beside `prod`, choose { $second } in **Additional version**, type `50` in **Weight (%)**, and press **Save**.
    .seen = Look at the row of `prod`: it has two versions now, with 50 % for each.

test-share = Try it by hand
    .text = Choose `prod` as the **Qualifier**, and press **Test** five times or more. Each time, look at which version ran. Do they take turns?
    .hint-1 = The result says "one" or "two", and names the version as well.
    .hint-2 = Choose `prod` in **Qualifier**, open the **Test** tab, and press **Test** five times.
    .seen = One caller, one name, and now this version, now that. Each call is like the toss of a coin.

predict-share = Say what you expect
    .text = Next, you will fire 100 calls through `prod`. How many of them will version { $second } get? Give a range that you would bet on.
    .hint-1 = Toss a coin 100 times in your mind. Would you bet on 50 heads? On 45 to 55?
    .hint-2 = From 40 to 60 is a good guess.
    .seen = Your guess is kept. Let us see what chance says.

fire-share = Fire 100 calls
    .text = Open the **Traffic** tab. Choose `prod` in **Send to**, set **Number of invocations** to 100, and press **Fire**. Then compare **Observed** with **Normal range**.
    .hint-1 = The table says how many calls each version got, and what would be normal.
    .hint-2 = Choose `prod` in **Send to**, type `100` in **Number of invocations**, and press **Fire**.
    .seen =
        { $of ->
            [0] Each call is a toss of its own, so the shares differ from run to run.
           *[other] Version { $second } got { $got } of { $of }. Each call is a toss of its own, so that is how 50 % looks.
        } From 40 to 60 of 100 is normal: 19 runs out of 20 end there.

promote = All to version two
    .goal = Move all callers to the new version, and see what they notice.
    .learned = A promotion is one change to one alias. Callers keep their name and their ARN. If you have to, you go back the same way.

promote-prod = Promote
    .text = Version { $second } is good, so let all have it. On the **Aliases** tab, press **Edit** beside `prod`. Choose { $second } as the **Version** and **None** as the **Additional version**. Then press **Save**.
    .hint-1 = Two boxes have to change: the version, and the additional version.
    .hint-2 = Press **Edit** beside `prod`, choose { $second } in **Version**, choose **None** in **Additional version**, and press **Save**.
    .seen = Look at the row of `prod`: it has one version again, with 100 %.

test-promoted = Call it as your users do
    .text = Choose `prod` as the **Qualifier**. Look at its ARN: has it changed? Then press **Test**.
    .hint-1 = Compare the end of the ARN with what it was before: `:prod`.
    .hint-2 = Choose `prod` in **Qualifier**, open the **Test** tab, and press **Test**.
    .seen = Same name, same ARN, new code. Callers had nothing to do.

fire-promoted = Make sure
    .text = One call proves little, as you know by now. On the **Traffic** tab, choose `prod` in **Send to** and fire 20 calls. Which versions are in the table?
    .hint-1 = Type 20 in **Number of invocations**, and press **Fire**.
    .hint-2 = Choose `prod` in **Send to**, type `20` in **Number of invocations**, and press **Fire**.
    .seen = Version { $second } got every call. Version { $first } is still there, in case you need to go back.

canary = A canary with a bug
    .goal = Try a new version on a few callers, find its bug, and take it back.
    .learned = At 10 %, a bug hurts one in ten of those it would hurt. And taking it back is one change to one alias.

start-canary = Start small
    .text = Version { $second } of `{ $function }` looks fine, and may not be. On the **Aliases** tab, press **Edit** beside `prod`. Keep version { $first }, choose { $second } as the **Additional version**, type 10 in **Weight (%)**, and press **Save**.
    .hint-1 = The new version gets the weight, and the old one gets the rest.
    .hint-2 = Press **Edit** beside `prod`, choose { $second } in **Additional version**, type `10` in **Weight (%)**, and press **Save**.
    .seen = One call in ten goes to version { $second } from now on. That is a canary.

fire-canary = Watch the errors
    .text = On the **Traffic** tab, choose `prod` in **Send to**, set **Number of invocations** to 200, and press **Fire**. Then look at **Errors**, one version at a time.
    .hint-1 = Each row of the table is a version. Which one has errors?
    .hint-2 = Choose `prod` in **Send to**, type `200` in **Number of invocations**, and press **Fire**.
    .seen =
        { $hurt ->
            [0] Look at the errors of each version, and not at their sum.
            [one] Version { $second } got { $got } of { $of } calls and failed once.
           *[other] Version { $second } got { $got } of { $of } calls and failed { $hurt } times.
        } A sum would hide it: seen over all calls, few fail.

roll-back = Take it back
    .text = Callers are getting errors, so be quick. On the **Aliases** tab, press **Edit** beside `prod`, choose **None** as the **Additional version**, and press **Save**. Look for the bug later.
    .hint-1 = All calls should go to version { $first } again.
    .hint-2 = Press **Edit** beside `prod`, keep { $first } in **Version**, choose **None** in **Additional version**, and press **Save**.
    .seen = From this moment on, no new call reaches version { $second }.

fire-rolled-back = Make sure that it is over
    .text = Fire 50 more calls through `prod`. Look at the table: which version ran, and are there errors?
    .hint-1 = It goes as before, on the **Traffic** tab.
    .hint-2 = Choose `prod` in **Send to**, type `50` in **Number of invocations**, and press **Fire**.
    .seen =
        { $hurt ->
            [0] It is over.
            [one] It is over. One caller was hurt. With all { $of } calls on version { $second }, it would have been about { $would }.
           *[other] It is over. { $hurt } callers were hurt. With all { $of } calls on version { $second }, it would have been about { $would }.
        } The code says why: pay with a gift card, and there is no fee to look up.

sample-size = How long is long enough?
    .goal = Find out how many calls a canary needs before you can trust it.
    .learned = Count the calls that the new version got, not the minutes. For a bug that hits one call in 50, let it take three times 50.

predict-few = Twenty calls
    .text = `prod` gives version { $second } a share of 10 %, and that version works well. Next, you will fire 20 calls. How many will version { $second } get? Give a range that you would bet on.
    .hint-1 = Ten per cent of 20 is 2. But will it be just 2?
    .hint-2 = From { $least-of-few } to { $most-of-few } is a good guess.
    .seen = Your guess is kept.

fire-few = Fire 20
    .text = On the **Traffic** tab, choose `prod` in **Send to**, set **Number of invocations** to 20, and press **Fire**. How many calls did version { $second } get?
    .hint-1 = Look at **Observed** in the row of version { $second }.
    .hint-2 = Choose `prod` in **Send to**, type `20` in **Number of invocations**, and press **Fire**.
    .seen =
        { $of-few ->
            [0] Of 20 calls,
           *[other] Version { $second } got { $few } of { $of-few }. Of 20,
        } { $least-of-few } to { $most-of-few } is normal. One run in eight gives it none at all. So "no errors in 20 calls" says almost nothing.

predict-many = A thousand calls
    .text = Now 1000 calls, with the same 10 %. What is your range this time? Take care: is it 50 times as wide as for 20?
    .hint-1 = The middle is 100. Chance grows too, but much more slowly than the number of calls.
    .hint-2 = From { $least-of-many } to { $most-of-many } is a good guess.
    .seen = Your guess is kept.

fire-many = Fire 1000
    .text = Set **Number of invocations** to 1000 and press **Fire**. Then scroll down to the plot: the share swings at first, then settles.
    .hint-1 = It goes as before, with another number.
    .hint-2 = Choose `prod` in **Send to**, type `1000` in **Number of invocations**, and press **Fire**.
    .seen =
        { $of-many ->
            [0] Of 1000 calls,
           *[other] Version { $second } got { $many } of { $of-many }. Of 1000,
        } { $least-of-many } to { $most-of-many } is normal. A hundred calls with no error mean that a bug, if there is one, most likely hits fewer than 3 in 100.

promote-canary = Promote it
    .text = If that is good enough for you, it is time. On the **Aliases** tab, press **Edit** beside `prod`. Choose { $second } as the **Version** and **None** as the **Additional version**. Then press **Save**.
    .hint-1 = Two boxes have to change, as in lesson 5.
    .hint-2 = Press **Edit** beside `prod`, choose { $second } in **Version**, choose **None** in **Additional version**, and press **Save**.
    .seen = You promoted on proof, not on hope. With fewer calls per day, the same proof takes more days.

slip-name-refused = The service said no, and the message says why. A name has letters, digits, hyphens and underscores, and must be new.
slip-no-function = There is no function to work on. Press **Create function** and make one first.
slip-edited-without-deploying = You edited the code and tested, but did not press **Deploy**. So the old code ran.
slip-deployed-other-text = You deployed, but the code does not hold the text as it stands here. Compare each letter, and the full stop at the end.
slip-other-text = The function ran, but it said something else. Have it return exactly "this is version one."
slip-no-first-version = No version says "this is version one." yet. Have `$LATEST` say it, and publish that first.
slip-latest-unchanged = `$LATEST` does not say "this is version two." yet, so there is nothing to compare. Change it and press **Deploy** first.
slip-tested-latest = You tested `$LATEST`. Choose the version in **Qualifier** first.
slip-published-other-code = You published other code. Have `$LATEST` return "this is version one." again, press **Deploy**, and publish once more.
slip-edited-and-published = Your edit was not deployed, so there was nothing new to publish. Press **Deploy**, then publish again.
slip-published-without-a-change = Nothing had changed since the last version, so Lambda made no new one. Change the code and **Deploy** it first.
slip-dev-elsewhere = You pointed `dev` at { $dev }. Press **Edit** beside it, choose `$LATEST` in **Version**, and **None** in **Additional version**.
slip-test-elsewhere = You pointed `test` at { $test }, or gave it two versions. Press **Edit** beside it, and choose { $second } in **Version** and nothing more.
slip-prod-elsewhere = You pointed `prod` at { $prod }, or gave it two versions. Press **Edit** beside it, and choose { $first } in **Version** and nothing more.
slip-no-alias = There is no alias `{ $missing }`. Make it first: press **Create alias** on the **Aliases** tab.
slip-moved-other = You changed `{ $moved }`, which points at { $moved-to } now. Put it back with **Edit**, then use **Create alias** for a new one.
slip-other-name = You called the alias `{ $misnamed }`. The name has to be just as it stands here, in small letters. Make another one.
slip-invoked-latest = You called `$LATEST`, not the alias. Choose the alias first: in **Qualifier** to test, in **Send to** to fire.
slip-invoked-version = You called a version by its number, not the alias. Choose the alias first: in **Qualifier** to test, in **Send to** to fire.
slip-invoked-number = You tested a version by its number. Here it is about `$LATEST` and `prod`.
slip-invoked-other = You called another alias. Choose `prod`.
slip-changed-other = You changed `{ $other }`. This step is about `prod`.
slip-other-share = You gave version { $second } a weight of { $share } %. It should be 50 %. Press **Edit** beside `prod`, and correct **Weight (%)**.
slip-other-version = You chose version { $stranger } in **{ $place }**. Here it is about versions { $first } and { $second }. Press **Edit** beside `prod`, choose { $first } in **Version** and { $second } in **Additional version**.
slip-all-to-newer = You gave all of `prod` to version { $second }. Press **Edit**, and choose { $first } in **Version** again.
slip-all-to-older = You moved `prod` back to version { $first }, so version { $second } gets no calls. Press **Edit** and set it up again.
slip-shared-latest = `$LATEST` cannot have a share, as it may change at any time. Choose a version with a number.
slip-same-version-twice = You chose the same version twice. Keep { $first } in **Version**, and choose { $second } in **Additional version**.
slip-fired-few =
    { $sent ->
        [one] One call went through `prod` so far. That is too few.
       *[other] { $sent } calls went through `prod` so far. That is too few.
    } Look at **Number of invocations**, and fire again.
slip-fired-otherwise = You fired { $fired }, but your guess was for { $asked } in one run. Put { $asked } in **Number of invocations**, and fire again.
slip-all-by-weight = Version { $second } gets all, but only by its weight. Choose it in **Version**, and choose **None** in **Additional version**.
slip-older-at-zero = Version { $second } gets all, but version { $first } is still there with 0 %. Choose **None** in **Additional version**.
slip-kept-weight = You moved `prod` to version { $second } and kept its weight, so it was there twice, and Lambda said no. Choose **None** in **Additional version** too.
slip-swapped-share = You swapped the two: version { $second }, the new one, gets { $share } %. Choose { $first } in **Version**, { $second } in **Additional version**, and type 10.
slip-other-tenth = You gave version { $second } a share of { $share } %. It should be 10 %. Press **Edit** beside `prod`, and correct **Weight (%)**.
slip-no-errors-yet = No call to version { $second } has failed yet. That is luck, and no proof. Fire again.
slip-promoted-early = You promoted version { $second } before the run was over. Press **Edit**, go back to version { $first }, and give { $second } a weight of 10 %.

cold-starts = Cold starts
    .goal = See what a new version costs its first callers, and how to spare them that.
    .learned = Each version has environments of its own. The first call in one waits until it has started, unless it was kept ready.

call-cold = The first call
    .text =
        This code takes two seconds to load, and it counts its calls. Choose `prod` in **Qualifier**. On the **Test** tab, press **Test**, and look at **Init duration**.
    .hint-1 = `prod` is an alias. **Qualifier** is the box above the tabs.
    .hint-2 = Choose `prod` in **Qualifier**, open the **Test** tab, and press **Test** once.
    .seen = One caller had to wait two seconds for the place where the code runs. This is a cold start.

call-warm = The second call
    .text =
        Press **Test** again. What has become of **Init duration**? And what does the counter in the answer say?
    .hint-1 = Leave everything as it is: same alias, same event.
    .hint-2 = With `prod` in **Qualifier**, press **Test** once more.
    .seen = No wait, and the count goes on. The environment is still there, and so is what the code keeps in its globals.

call-at-once = Calls at the same time
    .text =
        An environment serves one call at a time. On **Traffic**, send 20 invocations to `prod` with a **Concurrency** of 3. Press **Fire**, and look at the column **Cold starts**.
    .hint-1 = **Concurrency** is how many callers there are at once.
    .hint-2 = Open **Traffic**, choose `prod` in **Send to**, put 20 in **Number of invocations** and 3 in **Concurrency**, then press **Fire**.
    .seen = One more caller at once, one more environment. Each has a count of its own, so never keep in globals what all must share.

move-cold = A new version
    .text =
        Release version { $second }: on **Aliases**, press **Edit** at `prod`, choose { $second } as the **Version**, and **Save**. Then test `prod`. Before you do: will the count go on?
    .hint-1 = Move `prod` first, then choose it in **Qualifier** and test.
    .hint-2 = On **Aliases**, press **Edit** at `prod`, choose { $second } in **Version**, press **Save**. Choose `prod` in **Qualifier**, then **Test**.
    .seen = Call 1, and a cold start. Versions never share an environment, so every release begins cold.

keep-ready = Start ahead of the calls
    .text =
        Version { $third } is next, and nobody should wait for it. With provisioned concurrency, Lambda starts environments before there are calls. There is no button for it here. Press **{ panel.show }**, or use the line in the last hint.
    .hint-1 = The operation is `PutProvisionedConcurrencyConfig`. It takes a version and a number.
    .hint-2 = Open the console of your browser, often with the key F12, and paste this line: `{ $provision }`
    .seen = Two environments of version { $third } stand ready: see **Execution environments** on the **Test** tab. On AWS you pay for them by the hour, called or not.

call-ready = The first call, kept ready
    .text =
        Now release version { $third }: move `prod` to it, then test `prod`. It is the first call to this version. Look for **Init duration**.
    .hint-1 = Move `prod` as you did before, on **Aliases**.
    .hint-2 = On **Aliases**, press **Edit** at `prod`, choose { $third } in **Version**, press **Save**. Choose `prod` in **Qualifier**, then **Test**.
    .seen = Call 1, and no wait. The two seconds were over before the call came.

slip-already-warm = There was no cold start: the environment was there already. Reload the page, which ends them all, and test again.
slip-another-environment = This call started an environment of its own. Call the same version once more.
slip-one-at-a-time = One environment was enough, as the calls came one after the other. Give **Concurrency** a larger number.
slip-prod-not-moved = `prod` still points at another version. Move it first, then test.
slip-latest-kept-ready = `$LATEST` cannot be kept ready, since it can change at any time. Name a published version.
slip-other-version-kept-ready = You keep another version ready. Callers will meet version { $third } next.
slip-not-kept-ready = Version { $third } is not kept ready. Do the step before this one first.

safe-hands = Safe hands
    .goal = Work on one function with a colleague, and never undo what she did.
    .learned = Say what you believe to be there, by revision id or digest, and Lambda stops you when you are wrong.

stale-revision = A change behind your back
    .text =
        You read `prod` this morning. Since then Maya has changed it: see its description on **Aliases**. Move `prod` to version { $second }, and send the revision id you read with it. The page sends none, so press **{ panel.show }**, or use the line in the last hint.
    .hint-1 = Each change of an alias gives it a new revision id. `UpdateAlias` takes the one you know.
    .hint-2 = Open the console of your browser, often with the key F12, and paste this line: `{ $stale }`
    .seen = Refused: `PreconditionFailedException`. What you knew was old, and so nothing was changed.

fresh-revision = Look again, then change
    .text =
        Read what Maya wrote about version { $second }. She agrees, so do it now: move `prod` to version { $second }, with the revision id that `prod` has by now. Press **{ panel.show }**, or use the line in the last hint.
    .hint-1 = `GetAlias` tells the revision id. The one in the last hint is up to date.
    .hint-2 = Paste this line in the console: `{ $fresh }`
    .seen = Done, as nobody else was in between. Look for `RevisionId` in the line when you write scripts of your own.

wrong-digest = Publish what you tested
    .text =
        You tested the code of version { $second }, and think `$LATEST` still has it. Publish `$LATEST`, and send the digest of that code: it is on **Versions**, under **Code SHA-256**. Press **{ panel.show }**, or use the line in the last hint.
    .hint-1 = `PublishVersion` takes the digest as `CodeSha256`.
    .hint-2 = Paste this line in the console: `{ $wrong }`
    .seen = Refused: `$LATEST` has other code. Look at the **Code** tab: Maya was here as well.

right-digest = Publish what is there
    .text =
        Read the code of `$LATEST` and test it. If you like Maya's price, publish it with its own digest. The service told you that digest when it refused. Press **{ panel.show }**, or use the line in the last hint.
    .hint-1 = The message has two digests. The second, in brackets, is that of `$LATEST`.
    .hint-2 = Paste this line in the console: `{ $right }`
    .seen = Published. Now you know that the version is what you read, and nothing newer.

delete-used = Clean up
    .text =
        `prod` has left version { $first }, so it looks unused. On **Versions**, press **Delete** at version { $first }, and read what the service says.
    .hint-1 = The **Versions** tab lists all versions, the oldest at the end.
    .hint-2 = On **Versions**, press **Delete** in the row of version { $first }, then **Delete version**.
    .seen = An alias still sends its callers there, so Lambda keeps the version. The message names the alias.

free-and-delete = Free it, then delete it
    .text =
        Point the alias that the message names at version { $second }, or delete it. Then delete version { $first }. Take care of `prod`: it must stay.
    .hint-1 = The column **Aliases** on **Versions** shows who uses a version.
    .hint-2 = On **Aliases**, press **Edit** at `{ $users }`, choose { $second } in **Version**, and **Save**. Then **Delete** version { $first } on **Versions**.
    .seen = Version { $first } is gone, and nobody noticed. Its number will not be used again.

slip-overwrote = `prod` was changed without a revision id. Had Maya changed it again, her work would be gone. Send the id as well.
slip-stale-again = That revision id is an old one, too. Take the line from the last hint once more.
slip-published-blindly = You published without a digest, so Lambda took what was there, whatever it was. Send `CodeSha256` as well.
slip-wrong-digest-again = That is not the digest of what `$LATEST` has now. Take the one in brackets from the message.
slip-deleted-prod = `prod` is gone, and its callers get errors. Create it again.
slip-still-in-use = An alias still uses version { $first }: `{ $users }`. Move it first.

repair = Repair
    .goal = Put a broken production right, in as few operations as you can.
    .learned = Look first, then move the alias once. { $left ->
        [0] You have seen all three faults.
        [one] There is one more fault to find: start the lesson over.
       *[other] There are { $left } more faults to find: start the lesson over.
    }

survey = See what callers get
    .text =
        Somebody says that `prod` is not what it should be. Touch nothing yet. On **Traffic**, send 50 invocations to `prod`. Then read the tabs **Aliases** and **Versions**: the descriptions say what is meant.
    .hint-1 = Callers use `prod`, so send to `prod` and not to a version.
    .hint-2 = Open **Traffic**, choose `prod` in **Send to**, put 50 in **Number of invocations**, and press **Fire**.
    .seen = { $fault ->
        [failing] Some calls failed. Which version do all the errors come from?
        [unpublished] Every call failed. Which version ran, and who can change it?
       *[swapped] No call failed. But compare the shares with the description of `prod`.
    }

put-right = Put it right
    .text =
        Make `prod` do what its description says, and think before you act: each operation counts, also one that takes another back. Callers must not lose `prod` in between.
    .hint-1 = { $fault ->
        [failing] The description says what to do about errors. What share should version { $second } have now?
        [unpublished] A version never changes, but what `prod` points at does. Which version is approved?
       *[swapped] Both versions are right. Which of them is meant to get 10 %?
    }
    .hint-2 = One edit can change both versions and the weight. So plan the whole of it, then press **Save** once.
    .hint-3 = On **Aliases**, press **Edit** at `prod`. { $fault ->
        [failing] Choose { $first } in **Version** and **None** in **Additional version**, then **Save**.
        [unpublished] Choose { $second } in **Version** and **None** in **Additional version**, then **Save**.
       *[swapped] Choose { $first } in **Version**, { $second } in **Additional version**, put 10 in **Weight (%)**, then **Save**.
    }
    .seen = You used { $operations ->
        [one] one operation
       *[other] { $operations } operations
    }. { $more ->
        [0] Nobody can do it in fewer.
       *[other] It can be done in { $fewest ->
            [one] one
           *[other] { $fewest }
        }: start the lesson over, and try the next fault.
    }

prove = Prove it
    .text =
        It looks right, but do callers see it? Send 50 more invocations to `prod`, and compare with what you saw at first.
    .hint-1 = Nothing else has to change. Only the calls are missing.
    .hint-2 = Open **Traffic**, choose `prod` in **Send to**, and press **Fire**.
    .seen = { $fault ->
        [failing] Every call went well. Version { $second } is still there to learn from, but nobody is sent to it.
        [unpublished] Every call went well, and edits of `$LATEST` reach no caller any more.
       *[swapped] Most calls are back on version { $first }, and version { $second } gets its small share.
    }

slip-called-elsewhere = You called something else. Callers use `prod`, so send your calls there.
slip-prod-deleted = `prod` is gone, and every caller gets an error. Create it again, for the right version.
slip-share-left = `prod` still sends calls to version { $second }. Take its share away as well.
slip-failing-promoted = Now every call fails: `prod` sends them all to version { $second }.
slip-older-version = Calls work again, but version { $first } is the old one. Read the description of `prod` once more.
slip-draft-published = You published what somebody is still working on. An approved version is there already.
slip-kept-while-swapping = That version is still the other one of the pair. Send both versions and the weight in the same operation.
slip-canary-ended = Callers are safe, but the trial is over, too. The description of `prod` asks for a share of 10 %.
slip-wrong-again = `prod` has changed since, and is not right any more. Put it right first.
